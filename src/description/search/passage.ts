/** A piece of a text around the words that were looked for, so that one sees why it was found. */
import { languageMatches, type TextInLanguage } from '../../rdf/index.ts';
import type { ResourceTexts } from './resource-texts.ts';
import { wordsIn } from './words.ts';

export interface Piece {
  readonly text: string;
  /** Whether it is one of the words that were looked for. */
  readonly isMatch: boolean;
}

export interface Passage {
  readonly pieces: readonly Piece[];
  readonly language: string;
}

/** Characters before the first match, and in all. Chinese says more with fewer. */
const BEFORE = 60;
const LENGTH = 220;

/**
 * The text that has most of what was looked for; of equals, the one that the reader reads best. Where none has any, as
 * when the name alone fits, the longest one that the reader reads.
 */
export function passageOf(
  { alternatives, texts }: ResourceTexts,
  found: readonly string[],
  wanted: readonly string[],
): Passage | undefined {
  const terms = new Set(found);
  const readability = ({ language }: TextInLanguage) => {
    const place = wanted.findIndex((range) => languageMatches(language, range));
    return place < 0 ? wanted.length + (language === '' ? 0 : 1) : place;
  };
  const matching = [...texts, ...alternatives]
    .map((text) => ({ text, matches: matchedTerms(text.text, terms) }))
    .filter(({ matches }) => matches > 0)
    .toSorted((a, b) => b.matches - a.matches || readability(a.text) - readability(b.text));
  const telling = texts
    .filter(isTelling)
    .toSorted((a, b) => readability(a) - readability(b) || b.text.length - a.text.length);
  const best = matching[0]?.text ?? telling[0];
  return best && { pieces: piecesOf(windowOf(best.text, terms), terms), language: best.language };
}

/** Rather a sentence than a unit, an identifier or a checksum. */
const isTelling = ({ text }: TextInLanguage) =>
  text.split(' ').length > 4 || (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 10;

function matchedTerms(text: string, terms: ReadonlySet<string>): number {
  if (terms.size === 0) return 0;
  const matched = new Set<string>();
  for (const { term } of wordsIn(text)) if (terms.has(term)) matched.add(term);
  return matched.size;
}

/** The text, cut into what was looked for and what stands in between. */
export function piecesOf(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const add = (until: number, isMatch: boolean) => {
    if (until <= end) return;
    const last = pieces.at(-1);
    const piece = text.slice(end, until);
    if (last?.isMatch === isMatch) pieces[pieces.length - 1] = { text: last.text + piece, isMatch };
    else pieces.push({ text: piece, isMatch });
    end = until;
  };
  for (const word of wordsIn(text)) {
    if (!terms.has(word.term)) continue;
    add(word.start, false);
    add(word.end, true);
  }
  add(text.length, false);
  return pieces;
}

/** So much of a text as fits, from shortly before the first match on, cut between words. */
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

/** No word is longer. */
const NEAR = 25;

/** The next place at which a word begins, if there is one near. */
function boundary(text: string, from: number): number {
  const space = text.slice(from, from + NEAR).search(/\s/);
  if (space >= 0) return from + space;
  if (from + NEAR >= text.length) return text.length;
  // Never between the halves of one character.
  return /[\uDC00-\uDFFF]/.test(text[from] ?? '') ? from + 1 : from;
}
