/**
 * How a saved query is shown, by its `#+` lines.
 *
 *     #+ about: edu:PressRelease        on the page of each instance of that class, with ?this bound to it
 *     #+ view: [strip, cards]           the views of its answer; a table by default
 *     #+ menu:                          an entry in the menu of every page
 *     #+   en: Figures
 *     #+ columns:                       names of its variables
 *     #+   speaker: { en: Speaker, zh-Hans: 发言人 }
 *     #+ filters: [kind, speaker]       variables whose values are filters of the page
 */
import type { LanguageMap } from '../rdf/index.ts';

/** The views that `#+ view:` may name; `pages/views/views.ts` has a row for each. */
export const VIEWS = [
  'table',
  'cards',
  'bar',
  'timeline',
  'map',
  'network',
  'strip',
  'figure',
  'answer',
  'source',
] as const;
export type View = (typeof VIEWS)[number];

export interface Presentation {
  /** IRIs of the classes on whose instances' pages it appears. */
  readonly about: readonly string[];
  readonly views: readonly View[];
  /** The name in the menu; undefined for a query that is not in the menu. */
  readonly menu: LanguageMap | undefined;
  readonly columns: ReadonlyMap<string, LanguageMap>;
  readonly filters: readonly string[];
}

/** @throws {Error} with a message that names the invalid entry and a valid form. */
export function readPresentation(
  header: Readonly<Record<string, unknown>>,
  text: string,
): Presentation {
  const menu = toLanguageMap(header['menu']);
  const columns = header['columns'] ?? {};
  if (typeof columns !== 'object' || Array.isArray(columns))
    throw new Error('columns is no map: write "#+ columns:" and below it "#+   name: …"');
  return {
    about: toList(header['about']).map((name) => toIri(name, text)),
    views: toList(header['view']).map(toView),
    menu: menu.size > 0 ? menu : undefined,
    columns: new Map(
      Object.entries(columns as object).map(([name, words]) => [name, toLanguageMap(words)]),
    ),
    filters: toList(header['filters']).map(toFilter),
  };
}

export function toLanguageMap(value: unknown): LanguageMap {
  if (value === undefined || value === null) return new Map();
  if (typeof value !== 'object') return new Map([['', asText(value)]]);
  return new Map(Object.entries(value).map(([tag, text]) => [tag.toLowerCase(), asText(text)]));
}

/** URL parameters of pages, which are not allowed as names of filters. */
const RESERVED: ReadonlySet<string> = new Set([
  'Accept',
  'format',
  'iri',
  'lang',
  'output',
  'page',
  'property',
  'results',
  'this',
]);

function toFilter(word: string): string {
  const name = word.replace(/^[?$]/, '');
  if (!RESERVED.has(name)) return name;
  throw new Error(
    `filters says "${name}", which is a parameter of every page: give the variable another name`,
  );
}

/** One value or a list of values, as a list. */
export function toList(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(asText);
}

/** YAML parses an unquoted 2022 as a number, although it can be a title. */
const asText = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).trim();

function toView(word: string): View {
  const view = VIEWS.find((name) => name === word);
  if (view) return view;
  throw new Error(`there is no view "${word}": write one of ${VIEWS.join(', ')}`);
}

/** "<IRI>", or a name with a prefix that the query declares. */
function toIri(word: string, text: string): string {
  const iri = /^<([^<>"{}|^`\\\s]+)>$/.exec(word)?.[1] ?? /^https?:\/\/\S+$/.exec(word)?.[0];
  if (iri !== undefined) return iri;
  const [, prefix, local] = /^([^\s:]*):(\S*)$/.exec(word) ?? [];
  const declared = text.matchAll(/^[^#]*?\bPREFIX\s+([^\s:]*):\s*<([^<>\s]*)>/gim);
  const namespace = new Map(
    Iterator.from(declared).map(([, name, value]): [string, string] => [name ?? '', value ?? '']),
  ).get(prefix ?? '\n');
  if (namespace !== undefined && local !== undefined) return namespace + local;
  throw new Error(
    `about says ${JSON.stringify(word)}, which is no class we can find: write <IRI>, or a name with a prefix that the query declares`,
  );
}
