/** Two tables in a ZIP: nodes.csv and edges.csv, with the columns that Gephi looks for. https://www.rfc-editor.org/rfc/rfc4180 */
import { Zip, ZipDeflate } from 'fflate';
import type { Network } from '../network.ts';

/** Files in a ZIP need a date; a constant one, so that the same network gives the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

/** What was left out is listed in a separate file, limits.txt, since a table cannot contain it. */
export function* writeCsvPair(network: Network): Generator<Uint8Array, void> {
  const { limits } = network;
  const done: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    done.push(chunk);
  });
  const files: [name: string, lines: Iterable<string>][] = [
    ['nodes.csv', nodeLines(network)],
    ['edges.csv', edgeLines(network)],
  ];
  if (limits.length > 0) files.push(['limits.txt', limits.map((sentence) => `${sentence}\r\n`)]);
  const encoder = new TextEncoder();
  for (const [name, lines] of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = NO_DATE;
    zip.add(file);
    for (const line of lines) {
      file.push(encoder.encode(line));
      yield* done.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* done;
}

function* nodeLines({ columns, nodes }: Network): Generator<string, void> {
  yield line(['Id', 'Label', 'type', ...columns.map(({ name }) => name)]);
  for (const { id, label, type = '', attributes } of nodes)
    yield line([
      id,
      label,
      type,
      ...columns.map(({ property }) => String(attributes.get(property) ?? '')),
    ]);
}

function* edgeLines({ edges }: Network): Generator<string, void> {
  yield line(['Source', 'Target', 'Type', 'Id', 'Label', 'predicate']);
  for (const { id, source, target, label, predicate } of edges)
    yield line([source, target, 'Directed', id, label, predicate]);
}

const line = (fields: readonly string[]) => `${fields.map(quote).join(',')}\r\n`;

const quote = (field: string) =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
