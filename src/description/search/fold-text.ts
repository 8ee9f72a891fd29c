/** A text normalised for comparison with a query: folded, one space between words, numbers without group separators. */
import { foldWord } from './fold-word.ts';

const GROUPING = /(?<=\p{Nd})[,，](?=\p{Nd}{3}(?!\p{Nd}))/gu;
const BETWEEN = /[^\p{L}\p{M}\p{N}]+/gu;

export const foldText = (text: string): string =>
  foldWord(text)
    .replaceAll(GROUPING, '')
    .replaceAll(/['’]s(?![\p{L}\p{N}])/gu, '')
    .replaceAll(BETWEEN, ' ')
    .trim();
