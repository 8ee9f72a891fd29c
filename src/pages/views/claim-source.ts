/** The source of a statement: where its claim was made, a link to the source text, and disputes. */
import { html } from 'hono/html';
import type { TextInLanguage } from '../../rdf/index.ts';
import type { AnswerTable } from '../parts/answer.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { documentPath, hrefTo, isWebAddress } from '../parts/links.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import { type Item, Items, textOf } from './items.ts';

/** The source of a claim: the answer of a saved query, or one IRI. */
export interface ClaimSource {
  readonly iri?: string | undefined;
  readonly answer?: AnswerTable;
}

export type ClaimSources = ReadonlyMap<string, ClaimSource>;

/** The heading of the section with the statements of such claims, and its rank. */
export interface ClaimGroup extends TextInLanguage {
  readonly order: number;
}

interface ReadSource {
  readonly items: Items;
  readonly item: Item;
}

/** All rows are about the one claim to which `?this` was bound. */
function readSource(source: ClaimSource | undefined, context: PageContext): ReadSource | undefined {
  if (!source?.answer) return undefined;
  const items = new Items(source.answer, context);
  const [first] = items.list;
  return first && { items, item: { ...first, rows: source.answer.rows } };
}

export function groupOf(
  source: ClaimSource | undefined,
  context: PageContext,
): ClaimGroup | undefined {
  const read = readSource(source, context);
  const group = read?.items.text(read.item, 'group');
  if (!read || !group) return undefined;
  return { ...group, order: read.items.number(read.item, 'order') ?? 0 };
}

/** "the release, sentence 5 · explicit · read it ↗", for each source of the claim. */
export function renderClaimSource(
  claim: string,
  source: ClaimSource | undefined,
  context: PageContext,
): Html {
  const read = readSource(source, context);
  if (!read) return sourceLine(claim, { label: nameOf(source?.iri ?? claim, context) }, context);
  const { items, item } = read;
  const sources = items.within(item, 'place').values().toArray();
  if (sources.length === 0) return sourceLine(claim, { label: nameOf(claim, context) }, context);
  return html`${sources.map((rows) =>
    sourceLine(
      claim,
      {
        label: items.text({ rows }, 'place') ?? nameOf(claim, context),
        basis: items.text({ rows }, 'basis'),
        links: items.values({ rows }, 'link').map(({ value }) => value),
      },
      context,
    ),
  )}`;
}

interface SourceLine {
  readonly label: TextInLanguage;
  readonly basis?: TextInLanguage | undefined;
  readonly links?: readonly string[];
}

function sourceLine(
  claim: string,
  { label, basis, links = [] }: SourceLine,
  { site, messages }: PageContext,
): Html {
  return html`<span class="source">
    <a href="${hrefTo(documentPath(claim, site.base), site)}" lang="${languageTag(label.language)}"
      >${label.text}</a
    >${basis ? html` · <span lang="${languageTag(basis.language)}">${basis.text}</span>` : ''}${links
      .filter(isWebAddress)
      .map(
        (link) =>
          html` <a class="out" href="${link}" rel="external" title="${messages.readSource}"
            >${messages.readIt}</a
          >`,
      )}</span
  > `;
}

/** The dispute of a claim: the mark, and the notes. */
export function renderDispute(source: ClaimSource | undefined, context: PageContext): Html | '' {
  const read = readSource(source, context);
  if (!read) return '';
  const { items, item } = read;
  const isDisputed = items.values(item, 'disputed').some(({ value }) => value === 'true');
  const notes = items.within(item, 'note').values().toArray();
  if (!isDisputed && notes.length === 0) return '';
  return html`${isDisputed ? html`<strong class="mark">${context.messages.disputed}</strong>` : ''}
  ${notes.map((rows) => renderNote(rows, items, context))}`;
}

/** A note: its name, and its text, folded. */
export function renderNote(rows: Item['rows'], items: Items, context: PageContext): Html | '' {
  const [term] = items.values({ rows }, 'note');
  if (!term) return '';
  const name = textOf(term, context);
  const text = items.text({ rows }, 'noteText');
  if (!text) return html`<p class="note" lang="${languageTag(name.language)}">${name.text}</p>`;
  const isOwn = term.termType === 'NamedNode' && term.value.startsWith(context.site.base);
  return html`<details class="note">
    <summary lang="${languageTag(name.language)}">${name.text}</summary>
    <p lang="${languageTag(text.language)}">${text.text}</p>
    ${
      isOwn
        ? html`<p>
            <a href="${hrefTo(documentPath(term.value, context.site.base), context.site)}"
              >${context.messages.details}</a
            >
          </p>`
        : ''
    }
  </details>`;
}
