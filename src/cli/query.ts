/** `graphpress query`: one query over a folder, answered on the terminal. */
import type { Publication } from '../publication/index.ts';
import { type Quad, RDF_FORMATS, writeRdf } from '../rdf/index.ts';
import {
  chunksOf,
  embeddedEngine,
  type QueryResult,
  readServiceTargets,
  RESULT_FORMATS,
  serviceClient,
  type Solution,
} from '../sparql/index.ts';
import { type Command, unknown, UsageError } from './command.ts';
import { findQuery } from './find-query.ts';
import { BASE_FLAG, openFolder } from './open.ts';
import { readServiceAllow, SERVICE_ALLOW_FLAG } from './service-allow.ts';
import { renderTable } from './table.ts';

const FORMAT_NAMES = [
  'table',
  ...RESULT_FORMATS.map(({ name }) => name),
  ...RDF_FORMATS.map(({ name }) => name),
];

export const query: Command = {
  name: 'query',
  usage: '[FOLDER] FILE|NAME|- [--format NAME] [--explain]',
  summary:
    'Answer a query over a folder: a file, a saved query by its name, or "-" for standard input.',
  maxPositionals: 2,
  flags: {
    format: {
      value: 'NAME',
      summary: `${FORMAT_NAMES.join(', ')} (default: table, or turtle for a graph)`,
    },
    explain: { summary: 'print how the query is answered, with expected and real counts' },
    ...SERVICE_ALLOW_FLAG,
    ...BASE_FLAG,
  },
  examples: [
    ['graphpress query q03-partner-countries', 'a saved query of the folder you are in'],
    ['graphpress query ~/my-graph check.rq --format csv', 'a file, over another folder'],
    ['graphpress query q03-partner-countries --explain', 'its plan'],
    ["echo 'ASK { ?s ?p ?o }' | graphpress query -", 'standard input'],
  ],
  async run({ positionals, flags }) {
    const [folder, which] = positionals.length === 2 ? positionals : [undefined, positionals[0]];
    if (which === undefined)
      throw new UsageError('no query given: name a saved query, a file, or "-" for standard input');
    const format =
      flags['format'] === undefined ? undefined : requireFormat(String(flags['format']));
    const services = serviceClient(readServiceTargets(readServiceAllow(flags)));
    const publication = await openFolder(folder, flags['base']);
    const { base: baseIri, prefixes } = publication;
    const engine = embeddedEngine(publication.dataset, { baseIri, prefixes, services });
    const parsed = await findQuery(publication, which);
    if (flags['explain']) {
      const answer = await engine.write({ query: parsed }, 'explain');
      for await (const chunk of chunksOf(answer)) process.stdout.write(chunk);
      return 0;
    }
    const result = await engine.query({ query: parsed });
    await print(publication, result, format);
    return 0;
  },
};

function requireFormat(name: string): string {
  if (!FORMAT_NAMES.includes(name as never))
    throw new UsageError(unknown('format', name, FORMAT_NAMES));
  return name;
}

async function print(
  { prefixes }: Publication,
  result: QueryResult,
  format: string | undefined,
): Promise<void> {
  if (result.kind === 'quads') {
    const rdfFormat = RDF_FORMATS.find(({ name }) => name === (format ?? 'turtle'));
    if (!rdfFormat)
      throw new UsageError(
        `a graph has no form "${format}": take ${RDF_FORMATS.map(({ name }) => name).join(', ')}`,
      );
    const quads: Quad[] = [];
    for await (const quad of result.quads) quads.push(quad);
    process.stdout.write(await writeRdf(quads, rdfFormat, prefixes));
    return;
  }
  const resultFormat = RESULT_FORMATS.find(({ name }) => name === format);
  if (resultFormat) {
    for await (const piece of resultFormat.write(result)) process.stdout.write(piece);
    return;
  }
  if (format !== undefined && format !== 'table')
    throw new UsageError(
      `a table has no form "${format}": take table, ${RESULT_FORMATS.map(({ name }) => name).join(', ')}`,
    );
  if (result.kind === 'boolean') {
    console.log(result.value);
    return;
  }
  const solutions: Solution[] = [];
  for await (const solution of result.solutions) solutions.push(solution);
  console.log(renderTable(result.variables, solutions, prefixes));
}
