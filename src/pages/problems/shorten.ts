/** Shortens long words of addresses: the beginning and the end are the most informative. */

const MAX_WORD = 60;

/** Cuts the middle of longer words, never within a character. */
export function shortenMiddle(text: string, most: number = MAX_WORD): string {
  const characters = Array.from(text.slice(0, most * 4));
  const end = text.length > most * 4 ? Array.from(text.slice(-most * 2)) : characters;
  if (text.length <= most || (end === characters && characters.length <= most)) return text;
  const tail = Math.floor(most / 3);
  return `${characters.slice(0, most - tail - 1).join('')}…${end.slice(-tail).join('')}`;
}

/** Shortens each word of a sentence. */
export const shortenWords = (text: string): string =>
  text.replaceAll(/\S+/g, (word) => shortenMiddle(word));
