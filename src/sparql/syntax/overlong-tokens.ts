/**
 * Words that no grammar knows, found before the parser sees them: at each letter of a long one it looks at all the rest,
 * so that some thousand letters would keep a thread busy for seconds.
 */

/** No keyword has more characters. */
const LONGEST = 100;

/** Of a word without an end a regular expression would remember each letter, until no stack holds them. */
const LOOKED_AT = 1_000_000;

const LONG_WORD = new RegExp(String.raw`[\p{L}\p{N}_.-]{${LONGEST + 1},${LOOKED_AT}}`, 'gu');

/** The position of a word that is too long for a keyword, and is neither a name nor a number; undefined where there is none. */
export function findLongWord(text: string, passive: RegExp): number | undefined {
  if (text.length <= LONGEST || text.search(LONG_WORD) < 0) return undefined;
  // Texts, IRIs and comments may be as long as they like.
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
