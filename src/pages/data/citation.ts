/** A citation of the dataset, for readers and for reference managers. Unknown parts are omitted. */
import { type LanguageMap, pickLanguage } from '../../rdf/index.ts';
import { dayText } from '../parts/day.ts';
import type { InterfaceLanguage } from '../parts/messages.ts';

export interface CitationFacts {
  readonly titles: LanguageMap;
  readonly authors: readonly LanguageMap[];
  readonly publishers: readonly LanguageMap[];
  /** "2026-11-23", or a prefix of such a date. */
  readonly issued: string | undefined;
  /** "2026-11-24" */
  readonly changed: string | undefined;
  readonly version: string;
  readonly license: string | undefined;
  readonly address: string;
}

interface Words {
  readonly title: string;
  /** The creators, or the publishers if there are none. */
  readonly authors: readonly string[];
  readonly publishers: readonly string[];
  /** The year of publication, or else of the last change. */
  readonly year: string | undefined;
}

function wordsIn(facts: CitationFacts, language: string): Words {
  const text = (map: LanguageMap) =>
    (pickLanguage(map, [language])?.text ?? '').replaceAll(/\s+/g, ' ').trim();
  const namesOf = (names: readonly LanguageMap[]) => names.map(text).filter(Boolean);
  return {
    title: text(facts.titles),
    authors: namesOf(facts.authors.length > 0 ? facts.authors : facts.publishers),
    publishers: namesOf(facts.publishers),
    year: (facts.issued ?? facts.changed)?.slice(0, 4),
  };
}

/** A sentence for a list of references; the Chinese one as GB/T 7714 orders it. */
export function citationText(facts: CitationFacts, language: InterfaceLanguage): string {
  return language === 'zh-hans' ? chineseText(facts) : englishText(facts);
}

function englishText(facts: CitationFacts): string {
  const { changed, version, license, address } = facts;
  const words = wordsIn(facts, 'en');
  const [authors, publishers] = [words.authors.join(', '), words.publishers.join(', ')];
  const when = words.year === undefined ? '' : ` (${words.year})`;
  const last = changed === undefined ? '' : `, last changed ${dayText(changed, 'en')}`;
  return [
    ...(authors === '' ? [] : [`${authors}${when}:`]),
    `${words.title} [Data set]${authors === '' ? when : ''}.`,
    ...sentences([`Version ${version}${last}`, publishers === authors ? '' : publishers, license]),
    address,
  ].join(' ');
}

function chineseText(facts: CitationFacts): string {
  const { changed, version, license, address } = facts;
  const words = wordsIn(facts, 'zh');
  const [authors, publishers] = [words.authors.join('，'), words.publishers.join('，')];
  const when = `${words.year ?? ''}${changed === undefined ? '' : `(${changed})`}`;
  const imprint = [publishers === authors ? '' : publishers, when].filter(Boolean).join('，');
  return [
    ...sentences([authors]),
    `${words.title}[DS/OL].`,
    ...sentences([`版本 ${version}`, imprint, license]),
    address,
  ].join(' ');
}

const sentences = (parts: readonly (string | undefined)[]): string[] =>
  parts.filter((part) => part !== undefined && part !== '').map((part) => `${part}.`);

/** An entry that every version of BibTeX reads. */
export function bibtex(facts: CitationFacts): string {
  const { title, authors, publishers, year } = wordsIn(facts, 'en');
  const month = /^\d{4}-(\d\d)/.exec(facts.issued ?? facts.changed ?? '')?.[1];
  const listed = (parts: readonly string[], separator: string) =>
    parts.length === 0 ? undefined : parts.join(separator);
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    // The inner braces prevent BibTeX from splitting a name and from changing the case of a title.
    [
      'author',
      listed(
        authors.map((name) => `{${tex(name)}}`),
        ' and ',
      ),
    ],
    ['title', `{${tex(title)}}`],
    ['year', year],
    ['month', month && String(Number(month))],
    ['version', tex(facts.version)],
    ['publisher', listed(publishers.map(tex), ', ')],
    ['howpublished', 'Data set'],
    ['note', facts.license && tex(facts.license)],
    ['url', facts.address.replaceAll('{', '%7B').replaceAll('}', '%7D')],
  ];
  const width = Math.max(...fields.map(([name]) => name.length));
  return [
    `@misc{${keyOf(facts, year)},`,
    ...fields
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `  ${name.padEnd(width)} = {${value}},`),
    '}',
  ].join('\n');
}

const TEX: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** Escapes the special characters of TeX. */
const tex = (text: string): string =>
  text.replaceAll(/[\\{}#$%&_~^]/g, (found) => TEX[found] ?? `\\${found}`);

/** The end of the address and the year. */
const keyOf = ({ address }: CitationFacts, year: string | undefined): string => {
  const { hostname, pathname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  const word = last.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return [word === '' ? 'dataset' : word, ...(year === undefined ? [] : [year])].join('-');
};

/** https://github.com/citation-style-language/schema */
export function cslJson(facts: CitationFacts): string {
  const { title, authors, publishers, year } = wordsIn(facts, 'en');
  const date = facts.issued ?? facts.changed;
  const item = {
    id: keyOf(facts, year),
    type: 'dataset',
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(date !== undefined && {
      issued: { 'date-parts': [date.slice(0, 10).split('-').map(Number)] },
    }),
    ...(publishers.length > 0 && { publisher: publishers.join(', ') }),
    version: facts.version,
    ...(facts.license !== undefined && { note: facts.license }),
    URL: facts.address,
  };
  // Dates are easier to read on one line; no text in JSON holds a line break.
  return JSON.stringify([item], undefined, 2)
    .replace(
      /\[\n\s+(\d+(?:,\n\s+\d+)*)\n\s+\]/,
      (_, parts: string) => `[${parts.replaceAll(/\s+/g, ' ')}]`,
    )
    .replace(/\[\n\s+(\[[\d, ]+\])\n\s+\]/, '[$1]');
}
