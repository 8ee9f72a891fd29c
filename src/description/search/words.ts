/**
 * A text as the words by which it is found. What is written without spaces is cut into pairs of characters, each with
 * its neighbour: "教育部" is 教育, 育部, 部. So any part of it is found, wherever a reader would set a space.
 */
import { foldWord } from './fold-word.ts';

export interface Word {
  /** As the index has it. */
  readonly term: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Longer runs are identifiers or noise; their beginning is enough to find them. */
const LONGEST = 64;

const SPACELESS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々〆ー`;

/** Figures with grouped digits; a run of characters without spaces; a word of letters and digits. */
const PIECE = new RegExp(
  String.raw`(?<figure>(?<![\p{N}.,])\p{Nd}{1,3}(?:[,，]\p{Nd}{3})+(?![\p{N}]))|(?<run>[${SPACELESS}]+)|(?<word>(?:(?![${SPACELESS}])[\p{L}\p{M}\p{N}])+)`,
  'gu',
);

export function* wordsIn(text: string): Generator<Word, void> {
  for (const { 0: piece, index, groups = {} } of text.matchAll(PIECE)) {
    if (groups['run'] !== undefined) {
      yield* pairsOf(piece, index);
      continue;
    }
    // "People’s" is the word "people".
    if (/^s$/i.test(piece) && /['’]/.test(text[index - 1] ?? '')) continue;
    const plain = groups['figure'] === undefined ? piece : piece.replaceAll(/[,，]/g, '');
    yield {
      term: foldWord(plain.slice(0, LONGEST)),
      start: index,
      end: index + piece.length,
    };
  }
}

/** Each character with the one after it, and the last one alone. */
function* pairsOf(run: string, start: number): Generator<Word, void> {
  const characters = Array.from(run);
  let at = start;
  for (const [place, character] of characters.entries()) {
    const next = characters[place + 1] ?? '';
    yield {
      term: foldWord(character + next),
      start: at,
      end: at + character.length + next.length,
    };
    at += character.length;
  }
}

/** Whether a term is of a script that sets no spaces. */
export const isSpaceless = (term: string): boolean => SPACELESS_TERM.test(term);
const SPACELESS_TERM = new RegExp(`^[${SPACELESS}]`, 'u');

/** Some characters are two units of JavaScript. */
export const isOneCharacter = (text: string): boolean => /^.$/su.test(text);
