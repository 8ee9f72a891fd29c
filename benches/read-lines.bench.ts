/** Reading 20,000 N-Triples: our own reader against n3, which is the plain way. */
import { Parser } from 'n3';
import { test } from 'vitest';
import { RDF_FORMATS, readRdf } from '../src/rdf/index.ts';

const ntriples = RDF_FORMATS.find(({ name }) => name === 'ntriples') ?? RDF_FORMATS[0];
const lines = Array.from({ length: 20_000 }, (_, number) => {
  const subject = `<https://e.example/release/${Math.floor(number / 10)}>`;
  const object =
    number % 3 === 0 ? `<https://e.example/thing/${number % 5000}>` : `"value ${number}"@en`;
  return `${subject} <https://e.example/property/${number % 12}> ${object} .\n`;
});
const text = lines.join('');

test('20,000 N-Triples', { timeout: 120_000 }, async ({ bench }) => {
  await bench.compare(
    bench('our reader', async () => {
      await readRdf(text, {
        format: ntriples as NonNullable<typeof ntriples>,
        baseIri: 'https://e.example/',
        blankNodeScope: 'b',
      });
    }),
    bench('n3', () => {
      new Parser({ format: 'N-Triples' }).parse(text);
    }),
  );
});
