/** Reads the limits of the program from its source: numeric constants in capitals, with the comment above them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Limit {
  readonly name: string;
  /** As written, such as "64 * 1024". */
  readonly value: string;
  /** What is limited, and the unit. */
  readonly meaning: string;
  readonly file: string;
}

const LIMIT =
  /\/\*\*(?<comment>(?:(?!\*\/)[\s\S])*)\*\/\n(?:export )?const (?<name>[A-Z][A-Z\d_]*)(?:: number)? = (?<value>[\d_][\d_ *+.\-/]*);/g;

/** Whether a constant limits something: sizes, counts, depths and times that a request or a file can reach. */
const isLimit = (name: string): boolean =>
  /(?:^|_)(?:MAX|MOST|LIMIT|BUDGET|GRACE|TIMEOUT|PATIENCE|DEPTH)(?:_|$)|_MS$/.test(name);

export function readLimits(root: string): Limit[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
    .flatMap((file) =>
      limitsIn(readFileSync(join(root, file), 'utf8'), file.replaceAll('\\', '/')),
    );
}

function limitsIn(text: string, file: string): Limit[] {
  return Array.from(text.matchAll(LIMIT), ({ groups }) => ({
    name: groups?.['name'] ?? '',
    value: (groups?.['value'] ?? '').trim().replaceAll('_', ','),
    meaning: (groups?.['comment'] ?? '').replaceAll(/\s*\n?\s*\*?\s+/g, ' ').trim(),
    file,
  })).filter(({ name }) => isLimit(name));
}
