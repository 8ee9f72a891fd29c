/** Expected results of query tests, in whatever format they come, and their comparison. */
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { isomorphic } from 'rdf-isomorphic';
import { SparqlJsonParser } from 'sparqljson-parse';
import { SparqlXmlParser } from 'sparqlxml-parse';
import { type Quad, type Term, terms } from '../../src/rdf/index.ts';
import type { QueryResult } from '../../src/sparql/index.ts';
import { readDocument, readText } from './manifest.ts';

type Row = ReadonlyMap<string, Term>;
type Outcome =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'graph'; readonly quads: readonly Quad[] };

/** Whether the result is the one in the document at `iri`. */
export async function givesExpected(
  asking: Asking,
  iri: string,
  { isOrdered }: { readonly isOrdered: boolean },
): Promise<boolean> {
  const extension = iri.replace(/^.*\./, '');
  switch (extension) {
    case 'csv':
    case 'tsv':
      return isSameText(extension, await asking.write(extension), readText(iri));
    // Read back from the bytes that a client would get.
    case 'srx':
      return isSame(
        await readXml(readText(iri)),
        await readXml(await asking.write('xml')),
        isOrdered,
      );
    case 'srj':
      return isSame(parseJson(readText(iri)), parseJson(await asking.write('json')), isOrdered);
    default: {
      const result = await asking.query();
      const quads = await readDocument(iri);
      const expected: Outcome =
        result.kind === 'quads' ? { kind: 'graph', quads } : readResultSetGraph(quads);
      return isSame(expected, await toOutcome(result), isOrdered);
    }
  }
}

/** One query, to be answered in any form. */
export interface Asking {
  query(): Promise<QueryResult>;
  write(format: string): Promise<string>;
}

/** CSV loses types and TSV may write a number in several ways, so cells are compared as they stand, rows as a set. */
function isSameText(name: 'csv' | 'tsv', text: string, expected: string): boolean {
  const rows = (source: string) => {
    const [head, ...body] = (
      name === 'csv'
        ? parse(source, {})
        : source
            .trim()
            .split('\n')
            .map((line) => line.split('\t'))
    ) as string[][];
    const cells = (row: string[]) => row.map(cellKey).join('\t');
    return [cells(head ?? []), ...body.map(cells).toSorted()];
  };
  return JSON.stringify(rows(text)) === JSON.stringify(rows(expected));
}

async function readXml(text: string): Promise<Outcome> {
  if (text.includes('<boolean>')) return { kind: 'boolean', value: /<boolean>\s*true/.test(text) };
  const parser = new SparqlXmlParser({ dataFactory: terms as never });
  const stream = parser.parseXmlResultsStream(Readable.from([text]) as never);
  const rows: Row[] = [];
  for await (const row of stream as AsyncIterable<Record<string, Term>>)
    rows.push(new Map(Object.entries(row)));
  return { kind: 'rows', rows: rows.map(withoutQuestionMarks) };
}

function parseJson(text: string): Outcome {
  const document = JSON.parse(text) as { boolean?: boolean };
  if (document.boolean !== undefined) return { kind: 'boolean', value: document.boolean };
  const parser = new SparqlJsonParser({ dataFactory: terms as never });
  const rows = parser.parseJsonResults(document as never) as unknown as Record<string, Term>[];
  return {
    kind: 'rows',
    rows: rows.map((row) => withoutQuestionMarks(new Map(Object.entries(row)))),
  };
}

const RS = 'http://www.w3.org/2001/sw/DataAccess/tests/result-set#';

/** Results written as RDF. https://www.w3.org/2001/sw/DataAccess/tests/result-set */
function readResultSetGraph(quads: readonly Quad[]): Outcome {
  const objects = (subject: Term, name: string) =>
    quads
      .filter((quad) => quad.subject.equals(subject) && quad.predicate.value === RS + name)
      .map((quad) => quad.object);
  const answer = quads.find((quad) => quad.predicate.value === `${RS}boolean`);
  if (answer) return { kind: 'boolean', value: answer.object.value === 'true' };
  const solutions = quads
    .filter((quad) => quad.predicate.value === `${RS}solution`)
    .map((quad) => quad.object)
    .toSorted((a, b) => index(a) - index(b));
  function index(solution: Term): number {
    return Number(objects(solution, 'index')[0]?.value ?? 0);
  }
  const rows = solutions.map(
    (solution) =>
      new Map(
        objects(solution, 'binding').map((binding) => [
          objects(binding, 'variable')[0]?.value ?? '',
          objects(binding, 'value')[0] as Term,
        ]),
      ),
  );
  return { kind: 'rows', rows };
}

async function toOutcome(result: QueryResult): Promise<Outcome> {
  switch (result.kind) {
    case 'boolean':
      return result;
    case 'quads': {
      const quads: Quad[] = [];
      for await (const quad of result.quads) quads.push(quad);
      return { kind: 'graph', quads };
    }
    case 'solutions': {
      const rows: Row[] = [];
      for await (const solution of result.solutions)
        rows.push(
          new Map(
            result.variables.flatMap((name, column): [string, Term][] => {
              const term = solution[column];
              return term ? [[name, term]] : [];
            }),
          ),
        );
      return { kind: 'rows', rows };
    }
  }
}

function isSame(expected: Outcome, actual: Outcome, isOrdered: boolean): boolean {
  if (expected.kind === 'boolean' || actual.kind === 'boolean')
    return (
      expected.kind === actual.kind && (expected as never)['value'] === (actual as never)['value']
    );
  return isomorphic(toGraph(expected, isOrdered) as never, toGraph(actual, isOrdered) as never);
}

/** Rows as a graph, so that blank nodes compare up to their labels; equal rows stay as many as they are. */
function toGraph(outcome: Outcome, isOrdered: boolean): Quad[] {
  if (outcome.kind === 'graph') return [...outcome.quads];
  if (outcome.kind === 'boolean') return [];
  return outcome.rows.flatMap((row, number) => {
    const node = terms.blankNode(`row${number}`);
    const place = terms.literal(isOrdered ? String(number) : '');
    return [
      terms.quad(node, terms.namedNode('urn:row'), place),
      ...Array.from(row, ([name, value]) =>
        terms.quad(node, terms.namedNode(`urn:variable:${name}`), normalised(value) as never),
      ),
    ];
  });
}

/** The suite was written before lexical forms were fixed: 2.0 and 2 are one double, and so on. */
function normalised(term: Term): Term {
  if (term.termType !== 'Literal' || !/#(?:double|float|decimal)$/.test(term.datatype.value))
    return term;
  const number = Number(term.value);
  return Number.isNaN(number) ? term : terms.literal(String(number), term.datatype);
}

const withoutQuestionMarks = (row: Row): Row =>
  new Map(Array.from(row, ([name, term]) => [name.replace(/^\?/, ''), term]));

/** Labels of blank nodes do not count, and 1.0E6 is 1.0e6. */
const cellKey = (cell: string): string =>
  cell
    .trim()
    .replace(/^_:.*/, '_:')
    .replace(/^([+-]?[\d.]+)E/, '$1e');
