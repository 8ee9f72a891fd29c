/**
 * The tokenizer. Text without spaces is split into overlapping bigrams and its last character: "教育部" is 教育, 育部,
 * 部. So every substring of it matches, independent of word boundaries.
 */
import { foldWord } from './fold-word.ts';

export interface Word {
  /** The normalised form in the index. */
  readonly term: string;
  /** Position in the text. */
  readonly start: number;
  readonly end: number;
}

/** Characters of a word that are indexed. Longer words are identifiers or noise, and match by their start. */
const LONGEST = 64;

const SPACELESS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々〆ー`;

/** A number with grouped digits; a run of characters without spaces; a word of letters and digits. */
const TOKEN = new RegExp(
  String.raw`(?<number>(?<![\p{N}.,])\p{Nd}{1,3}(?:[,，]\p{Nd}{3})+(?![\p{N}]))|(?<run>[${SPACELESS}]+)|(?<word>(?:(?![${SPACELESS}])[\p{L}\p{M}\p{N}])+)`,
  'gu',
);

export function* wordsIn(text: string): Generator<Word, void> {
  for (const { 0: token, index, groups = {} } of text.matchAll(TOKEN)) {
    if (groups['run'] !== undefined) {
      yield* bigramsOf(token, index);
      continue;
    }
    // "People’s" is the word "people".
    if (/^s$/i.test(token) && /['’]/.test(text[index - 1] ?? '')) continue;
    const plain = groups['number'] === undefined ? token : token.replaceAll(/[,，]/g, '');
    yield {
      term: foldWord(plain.slice(0, LONGEST)),
      start: index,
      end: index + token.length,
    };
  }
}

/** Each character with the one after it, and the last character alone. */
function* bigramsOf(run: string, start: number): Generator<Word, void> {
  const characters = Array.from(run);
  let at = start;
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1] ?? '';
    yield {
      term: foldWord(character + next),
      start: at,
      end: at + character.length + next.length,
    };
    at += character.length;
  }
}

/** Whether a term is in a script without spaces between words. */
export const isSpaceless = (term: string): boolean => SPACELESS_TERM.test(term);
const SPACELESS_TERM = new RegExp(`^[${SPACELESS}]`, 'u');

/** Counts code points: some characters are two UTF-16 units. */
export const isOneCharacter = (text: string): boolean => /^.$/su.test(text);
