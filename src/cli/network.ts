/** `graphpress network`: nodes and edges of a folder, as a file for the tools that draw and measure them. */
import { writeFile } from 'node:fs/promises';
import { GraphpressError } from '../errors.ts';
import { stateOf } from '../library/index.ts';
import {
  DEFAULT_NODES,
  MAX_NODES,
  type Network,
  NETWORK_FORMATS,
  type NetworkFormat,
  networkOfDataset,
  networkOfTriples,
  readLimit,
  readSelection,
  writeNetwork,
} from '../network/index.ts';
import type { Publication } from '../publication/index.ts';
import { pickLanguage } from '../rdf/index.ts';
import { type Arguments, type Command, unknown, UsageError } from './command.ts';
import { findQuery } from './find-query.ts';
import { BASE_FLAG, openFolder } from './open.ts';

const FORMAT_NAMES = NETWORK_FORMATS.map(({ name }) => name);

export const network: Command = {
  name: 'network',
  usage:
    '[FOLDER] [--resource IRI [--depth N] | --class IRI | --query FILE|NAME|-] [--format NAME] [--output FILE]',
  summary: 'Write nodes and edges for Gephi, Cytoscape, networkx and the like: of all, or a part.',
  maxPositionals: 1,
  flags: {
    resource: { value: 'IRI', summary: 'only the neighbourhood of this; edu:Claim is an IRI too' },
    depth: { value: 'N', summary: 'how many steps away, 1 to 3 (default 1)' },
    class: { value: 'IRI', summary: 'only the instances of this, with their neighbours' },
    query: {
      value: 'FILE',
      summary: 'what a CONSTRUCT or DESCRIBE gives: in a file, saved under a name, or "-"',
    },
    limit: {
      value: 'N',
      summary: `most nodes (default ${DEFAULT_NODES}, at most ${MAX_NODES})`,
    },
    lang: { value: 'TAG', summary: 'language of the labels, as far as there are such' },
    format: {
      value: 'NAME',
      summary: `${FORMAT_NAMES.join(', ')} (default: by the name of the output, or gexf)`,
    },
    output: { value: 'FILE', summary: 'where to write (default: standard output)' },
    ...BASE_FLAG,
  },
  examples: [
    ['graphpress network --output whole.gexf', 'the folder you are in, for Gephi'],
    ['graphpress network --class skos:Concept --output codes.graphml', 'one class'],
    ['graphpress network ~/my-graph --query links.rq --format dot', 'what a query gives'],
  ],
  async run({ positionals, flags }) {
    const options = readFlags(flags);
    await using opened = await openFolder(positionals[0], flags['base']);
    const publication = stateOf(opened);
    const made = await makeNetwork(publication, options);
    for (const sentence of made.limits) console.error(`graphpress: ${sentence}`);
    const chunks = writeNetwork(made, options.format);
    if (options.output === undefined) for await (const chunk of chunks) process.stdout.write(chunk);
    else await writeOutput(options.output, chunks);
    return 0;
  },
};

interface NetworkFlags {
  readonly words: Parameters<typeof readSelection>[0];
  readonly query: string | undefined;
  readonly languages: readonly string[];
  readonly limit: number;
  readonly format: NetworkFormat;
  readonly output: string | undefined;
}

/** @throws {UsageError} */
function readFlags(flags: Arguments['flags']): NetworkFlags {
  const text = (name: string) => (flags[name] === undefined ? undefined : String(flags[name]));
  const words = { resource: text('resource'), class: text('class'), depth: text('depth') };
  const [query, output, lang] = [text('query'), text('output'), text('lang')];
  if (query !== undefined && Object.values(words).some((word) => word !== undefined))
    throw new UsageError('--query selects what to show already: leave out the other flags');
  const format = formatOf(text('format'), output);
  if (!format.isText && output === undefined && process.stdout.isTTY)
    throw new UsageError(`${format.name} is no text: give a file with --output`);
  return {
    words,
    query,
    languages: lang === undefined ? [] : [lang],
    limit: inUsage(() => readLimit(text('limit'))),
    format,
    output,
  };
}

function formatOf(name: string | undefined, output: string | undefined): NetworkFormat {
  const extension = /\.([^./\\]+)$/.exec(output ?? '')?.[1]?.toLowerCase();
  const found =
    name === undefined
      ? NETWORK_FORMATS.find(({ extensions }) => extensions.includes(extension ?? 'gexf'))
      : NETWORK_FORMATS.find((format) => [format.name, ...format.extensions].includes(name));
  if (found) return found;
  if (name !== undefined) throw new UsageError(unknown('format', name, FORMAT_NAMES));
  throw new UsageError(
    `.${extension} is the extension of no format: give one with --format (${FORMAT_NAMES.join(', ')})`,
  );
}

async function makeNetwork(
  publication: Publication,
  { words, query, languages: requested, limit }: NetworkFlags,
): Promise<Network> {
  const { dataset, engine, descriptions, prefixes, about, base } = publication;
  const languages = [...requested, ...about.languages];
  const title = pickLanguage(about.titles, languages)?.text ?? base;
  const context = { descriptions, prefixes, languages, limit, title };
  if (query === undefined) {
    const selection = inUsage(() => readSelection(words, prefixes));
    return networkOfDataset(dataset, { ...context, selection });
  }
  const result = await engine.query({ query: await findQuery(publication, query) });
  if (result.kind !== 'quads')
    throw new UsageError(`${query} gives no graph: write it as CONSTRUCT or DESCRIBE`);
  return networkOfTriples(result.quads, context);
}

async function writeOutput(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  await writeFile(path, chunks).catch((error: NodeJS.ErrnoException) => {
    throw new GraphpressError('unwritable', `--output: cannot write ${path} (${error.code})`);
  });
}

/** A selection that cannot be read is an error in the arguments. */
function inUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof GraphpressError) throw new UsageError(error.message);
    throw error;
  }
}
