/** The language of the code: words that the glossary retires are in no source file, neither in names nor in comments. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Each row of the table of retired words in docs/glossary.md: the words in its first column, in backquotes. */
function retiredWords(): Set<string> {
  const text = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8');
  const [, table = ''] = text.split('## Retired words');
  const cells = Array.from(table.matchAll(/^\| (?<words>`[^|]*) \|/gm), ({ groups }) => groups);
  return new Set(
    cells.flatMap((groups) =>
      Array.from((groups?.['words'] ?? '').matchAll(/`([a-z]+)`/g), ([, word = '']) => word),
    ),
  );
}

/** The words of a text, also those within names: "keptPage" has "kept" and "page". */
const wordsOf = (text: string): string[] =>
  text
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .match(/[a-z]+/g) ?? [];

it('uses no word that the glossary retires', () => {
  const retired = retiredWords();
  expect(retired.size).toBeGreaterThan(10);
  const found = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
    .flatMap((file) =>
      [file, ...readFileSync(join(ROOT, 'src', file), 'utf8').split('\n')].flatMap((line, number) =>
        wordsOf(line)
          .filter((word) => retired.has(word))
          .map((word) => `${file}:${number}: ${word}`),
      ),
    );
  expect(found).toEqual([]);
});
