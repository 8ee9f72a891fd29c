/** One spelling for words that a reader takes for the same: without case, diacritics and the width of full-width forms. */

/** Letters that no decomposition takes apart. */
const SPELLED_OUT: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
]);

export function foldWord(word: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/^[\u0000-\u007F]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[ßæœøđłı]/g, (letter) => SPELLED_OUT.get(letter) ?? letter)
    .normalize('NFC');
}
