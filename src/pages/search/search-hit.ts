/** A search result: class, name, and snippet. */
import { html } from 'hono/html';
import { type Segment, segmentsOf } from '../../description/index.ts';
import { languageMatches } from '../../rdf/index.ts';
import { kindMark } from '../parts/kind-mark.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { hrefTo } from '../parts/links.ts';
import type { SearchHitView } from './search-view.ts';
import { nameOf, offeredLanguages, type PageContext } from '../parts/site.ts';

export function renderHit(hit: SearchHitView, context: PageContext): Html {
  const { iri, path, kind, type, terms, snippet } = hit;
  const found = new Set(terms);
  const name = nameOf(iri, context);
  const typeName = type === undefined ? undefined : nameOf(type, context);
  const other = otherName(iri, name.text, context);
  return html`<li>
    ${
      typeName &&
      html`<p class="kinds">
        ${kindMark(kind)} <span lang="${languageTag(typeName.language)}">${typeName.text}</span>
      </p>`
    }
    <h2>
      <a href="${hrefTo(path, context.site)}" lang="${languageTag(name.language)}"
        >${marked(segmentsOf(name.text, found))}</a
      >
      ${
        other &&
        html`<span class="other" lang="${languageTag(other.language)}"
          >${marked(segmentsOf(other.text, found))}</span
        >`
      }
    </h2>
    ${
      snippet &&
      html`<p class="passage" lang="${languageTag(snippet.language)}" dir="auto">
        ${marked(snippet.segments)}
      </p>`
    }
  </li>`;
}

/** The name in the first other language that the site offers. */
function otherName(iri: string, shown: string, { labels, site }: PageContext) {
  for (const offered of offeredLanguages(site))
    for (const [language, text] of labels.get(iri) ?? [])
      if (text !== shown && languageMatches(language, offered)) return { text, language };
  return undefined;
}

const marked = (segments: readonly Segment[]): Html[] =>
  segments.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : html`${text}`));
