/** Snippets: the part of a text that contains the match, with the matches marked. */
import { languageMatches, type TextInLanguage } from '../../rdf/index.ts';
import type { ResourceTexts } from './resource-texts.ts';
import { wordsIn } from './words.ts';

export interface Segment {
  readonly text: string;
  /** Whether it matches a term of the query. */
  readonly isMatch: boolean;
}

export interface Snippet {
  readonly segments: readonly Segment[];
  readonly language: string;
}

/** Characters before the first match, and of the snippet. */
const BEFORE = 60;
const LENGTH = 220;

/**
 * The snippet of the text with the most matched terms; on a tie, of the one in the most preferred language. If no text
 * matches, as when only the name does, of the longest text in the most preferred language.
 */
export function snippetOf(
  { alternatives, texts }: ResourceTexts,
  matched: readonly string[],
  languages: readonly string[],
): Snippet | undefined {
  const terms = new Set(matched);
  const languageRank = ({ language }: TextInLanguage) => {
    const index = languages.findIndex((range) => languageMatches(language, range));
    return index < 0 ? languages.length + (language === '' ? 0 : 1) : index;
  };
  const matching = [...texts, ...alternatives]
    .map((text) => ({ text, matches: matchedTerms(text.text, terms) }))
    .filter(({ matches }) => matches > 0)
    .toSorted((a, b) => b.matches - a.matches || languageRank(a.text) - languageRank(b.text));
  const prose = texts
    .filter(isProse)
    .toSorted((a, b) => languageRank(a) - languageRank(b) || b.text.length - a.text.length);
  const best = matching[0]?.text ?? prose[0];
  return (
    best && { segments: segmentsOf(windowOf(best.text, terms), terms), language: best.language }
  );
}

/** Whether a text is long enough to be a sentence, and no unit, identifier or checksum. */
const isProse = ({ text }: TextInLanguage) =>
  text.split(' ').length > 4 || (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 10;

function matchedTerms(text: string, terms: ReadonlySet<string>): number {
  if (terms.size === 0) return 0;
  const matched = new Set<string>();
  for (const { term } of wordsIn(text)) if (terms.has(term)) matched.add(term);
  return matched.size;
}

/** The text, split into matches and the text between them. */
export function segmentsOf(text: string, terms: ReadonlySet<string>): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  const add = (until: number, isMatch: boolean) => {
    if (until <= end) return;
    const last = segments.at(-1);
    const segment = text.slice(end, until);
    if (last?.isMatch === isMatch)
      segments[segments.length - 1] = { text: last.text + segment, isMatch };
    else segments.push({ text: segment, isMatch });
    end = until;
  };
  for (const word of wordsIn(text)) {
    if (!terms.has(word.term)) continue;
    add(word.start, false);
    add(word.end, true);
  }
  add(text.length, false);
  return segments;
}

/** The part of a text from shortly before the first match, up to the maximal length, cut at word boundaries. */
function windowOf(text: string, terms: ReadonlySet<string>): string {
  if (text.length <= LENGTH) return text;
  let first = 0;
  for (const { term, start } of wordsIn(text))
    if (terms.has(term)) {
      first = start;
      break;
    }
  const from = Math.min(Math.max(0, first - BEFORE), Math.max(0, text.length - LENGTH));
  const begin = from === 0 ? 0 : boundary(text, from);
  const until = Math.min(text.length, begin + LENGTH);
  const end = until === text.length ? until : boundary(text, until);
  return `${begin > 0 ? '… ' : ''}${text.slice(begin, end).trim()}${end < text.length ? ' …' : ''}`;
}

/** Distance within which a word boundary is searched. */
const BOUNDARY_DISTANCE = 25;

/** The next position at which a word starts within that distance; otherwise the given one. */
function boundary(text: string, from: number): number {
  const space = text.slice(from, from + BOUNDARY_DISTANCE).search(/\s/);
  if (space >= 0) return from + space;
  if (from + BOUNDARY_DISTANCE >= text.length) return text.length;
  // Never between the two surrogates of one character.
  return /[\uDC00-\uDFFF]/.test(text[from] ?? '') ? from + 1 : from;
}
