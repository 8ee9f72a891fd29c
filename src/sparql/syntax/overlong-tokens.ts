/**
 * Tokens that are in no grammar, found before parsing: at each letter of a long one the parser scans all the rest,
 * so that some thousand letters would occupy a thread for seconds.
 */

/** No keyword has more characters. */
const LONGEST = 100;

/** On a very long word a regular expression would store each letter, until the stack overflows. */
const LOOKED_AT = 1_000_000;

const LONG_WORD = new RegExp(String.raw`[\p{L}\p{N}_.-]{${LONGEST + 1},${LOOKED_AT}}`, 'gu');

/** The position of a word that is too long for a keyword, and is neither a name nor a number; undefined where there is none. */
export function findLongWord(text: string, passive: RegExp): number | undefined {
  if (text.length <= LONGEST || text.search(LONG_WORD) < 0) return undefined;
  // Literals, IRIs and comments may have any length.
  const active = text.replace(passive, (part) => ' '.repeat(part.length));
  for (const { 0: word, index } of active.matchAll(LONG_WORD))
    if (!isName(active, index, word) && !/^[\d.]+(?:[eE]\d+)?$/.test(word)) return index;
  return undefined;
}

/** A variable, a prefix, or what follows one, be it with escapes. https://www.w3.org/TR/sparql11-query/#rPNAME_LN */
function isName(text: string, index: number, word: string): boolean {
  const before = text.slice(Math.max(0, index - 2), index);
  return text[index + word.length] === ':' || /[?$:@%]$|\\.$/.test(before);
}
