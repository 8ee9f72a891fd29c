/** The code lists: each with its codes, their definitions and how often they are used. */
import { html } from 'hono/html';
import type { CodeList, CodeListEntry } from '../../description/index.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { nameOf } from '../parts/site.ts';
import { pointersQuery } from './ontology-queries.ts';
import type { CardContext } from './card-context.ts';
import { countLink, otherNames, renderDefinitions } from './term-card.ts';
import { fragmentOf, pageAbout, renderTermLinks, writtenName } from './term-links.ts';

export function renderCodeLists(
  { codeLists, omitted }: { readonly codeLists: readonly CodeList[]; readonly omitted: number },
  card: CardContext,
): Html | '' {
  if (codeLists.length === 0) return '';
  const { words, links } = card;
  const format = (count: number) => count.toLocaleString(links.context.interfaceLanguage);
  return html`<h2 id="code-lists">
      ${words.codeLists} <span class="count">${format(codeLists.length)}</span>
    </h2>
    ${codeLists.map((list) => renderCodeList(list, card))}
    ${omitted > 0 ? html`<p>${words.listsCut(format(omitted))}</p>` : ''}`;
}

function renderCodeList(list: CodeList, card: CardContext): Html {
  const { words, links } = card;
  const { context, anchors } = links;
  const name = nameOf(list.iri, context);
  const id = anchors.get(list.iri) ?? '';
  const collator = new Intl.Collator(context.interfaceLanguage);
  const entries = list.entries
    .map((entry) => ({ entry, text: nameOf(entry.iri, context).text }))
    .toSorted(
      (a, b) =>
        Number(a.entry.isDeprecated) - Number(b.entry.isDeprecated) ||
        collator.compare(a.text, b.text),
    );
  const rest = list.total - list.entries.length;
  return html`<section class="term" id="${id}">
    <h3>
      <a class="self" href="${fragmentOf(id)}" lang="${languageTag(name.language)}">${name.text}</a>
      ${otherNames(list.labels, name.text)}
    </h3>
    <p class="written"><code>${writtenName(list.iri, context)}</code></p>
    ${renderDefinitions(list.definitions, context)}
    <ul class="codes">
      ${entries.map(({ entry }) => renderCode(entry, card))}
    </ul>
    ${
      rest > 0
        ? html`<p class="count">
            <a href="${pageAbout(list.iri, context)}"
              >${words.more(rest.toLocaleString(context.interfaceLanguage))}</a
            >
          </p>`
        : ''
    }
  </section>`;
}

function renderCode(entry: CodeListEntry, card: CardContext): Html {
  const { links, words } = card;
  const { context, anchors } = links;
  const name = nameOf(entry.iri, context);
  return html`<li id="${anchors.get(entry.iri)}">
    <div class="code-name">
      <a href="${pageAbout(entry.iri, context)}" lang="${languageTag(name.language)}"
        >${name.text}</a
      >
      ${otherNames(entry.labels, name.text)}
      <code>${writtenName(entry.iri, context)}</code>
      ${
        entry.isDeprecated
          ? html`<strong class="deprecated">${words.deprecated}</strong>
              ${entry.replacedBy.length > 0 ? html`${words.replacedBy} ${renderTermLinks(entry.replacedBy, links)}` : ''}`
          : ''
      }
    </div>
    <div>${renderDefinitions(entry.definitions, context)}</div>
    <div class="count">${countLink(entry.uses, pointersQuery(entry.iri), context)}</div>
  </li>`;
}
