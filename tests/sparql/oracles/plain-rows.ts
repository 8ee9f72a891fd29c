/** Short data and queries of a table, and their answers as it writes them. */
import { comparable } from './difference.ts';
import type { PlainResult } from './plain-result.ts';

export const PREFIXES =
  'PREFIX e: <http://e.example/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n';

/** N-Quads from statements that end in ";", with prefixes and numbers as Turtle has them. */
export const nquadsOf = (text: string): string =>
  text
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map(
      (statement) =>
        `${statement
          .replace(/ (\d+) /, ' "$1"^^xsd:integer ')
          .replace(/\be:(\w+)/g, '<http://e.example/$1>')
          .replace(/\bxsd:(\w+)/g, '<http://www.w3.org/2001/XMLSchema#$1>')} .`,
    )
    .join('\n');

/** Solutions as "a=e:s b=1", one a line; a truth value as it is. */
export function short(result: PlainResult | undefined): unknown {
  if (!result) return undefined;
  return JSON.parse(
    JSON.stringify(comparable(result))
      .replace(/<http:\/\/e\.example\/(\w+)>/g, 'e:$1')
      .replaceAll('^^integer', ''),
  );
}
