/** Selections in source texts, as the Web Annotation model describes them. https://www.w3.org/TR/annotation-model/#selectors */
import { oa, rdfs, schema, type Term, terms } from '../rdf/index.ts';
import { type Dataset, matchQuads } from '../store/index.ts';

/** A quotation with the text before and after it. https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A part of a source text, with all its selectors. */
export interface Selection {
  /** The resource that refers to it: the one that the blank nodes of the selection belong to. */
  readonly owner: string;
  readonly source: string;
  /** Code points from 0, end exclusive. https://www.w3.org/TR/annotation-model/#text-position-selector */
  readonly position: { readonly start: number; readonly end: number } | undefined;
  /** The exact text of the selection. */
  readonly quotes: readonly Quote[];
  /** Its first and last words. https://www.w3.org/TR/annotation-model/#range-selector */
  readonly ranges: readonly { readonly start: Quote; readonly end: Quote }[];
  /** Words inside it that occur once. https://www.w3.org/TR/annotation-model/#refinement-of-selection */
  readonly refinements: readonly Quote[];
  readonly sha256: string | undefined;
}

/** All selections of the data: whatever has oa:hasSource and oa:hasSelector. */
export function findSelections(dataset: Dataset): Selection[] {
  const graph = new Reader(dataset);
  return graph.subjects(oa('hasSelector')).flatMap((subject) => {
    const [source] = graph.objects(subject, oa('hasSource'));
    return source ? [readSelection(graph, subject, source)] : [];
  });
}

function readSelection(graph: Reader, subject: Term, source: Term): Selection {
  const selectors = graph.objects(subject, oa('hasSelector'));
  const position = selectors.find((selector) => graph.objects(selector, oa('start')).length > 0);
  return {
    owner: graph.owner(subject),
    source: source.value,
    position: position && {
      start: Number(graph.objects(position, oa('start'))[0]?.value),
      end: Number(graph.objects(position, oa('end'))[0]?.value),
    },
    quotes: selectors.flatMap((selector) => readQuotes(graph, [selector])),
    ranges: selectors.flatMap((selector) => {
      const [start] = readQuotes(graph, graph.objects(selector, oa('hasStartSelector')));
      const [end] = readQuotes(graph, graph.objects(selector, oa('hasEndSelector')));
      return start && end ? [{ start, end }] : [];
    }),
    refinements: selectors.flatMap((selector) =>
      readQuotes(graph, graph.objects(selector, oa('refinedBy'))),
    ),
    sha256: graph.sha256(subject),
  };
}

function readQuotes(graph: Reader, selectors: readonly Term[]): Quote[] {
  const text = (selector: Term, name: string) => graph.objects(selector, oa(name))[0]?.value ?? '';
  return selectors
    .filter((selector) => graph.objects(selector, oa('exact')).length > 0)
    .map((selector) => ({
      exact: text(selector, 'exact'),
      prefix: text(selector, 'prefix'),
      suffix: text(selector, 'suffix'),
    }));
}

/** The stated checksum of a source text. */
export function sourceChecksums(dataset: Dataset): ReadonlyMap<string, string> {
  const graph = new Reader(dataset);
  const sources = new Set(findSelections(dataset).map(({ source }) => source));
  const entries = Array.from(
    sources,
    (source) => [source, graph.sha256(terms.namedNode(source))] as const,
  );
  return new Map(
    entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  );
}

/** The default graph, one property at a time. */
class Reader {
  readonly #dataset: Dataset;
  readonly #checksumProperties: readonly Term[];

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
    const sha256 = schema('sha256');
    this.#checksumProperties = [
      sha256,
      ...this.#match({ predicate: rdfs('subPropertyOf'), object: sha256 }).map(
        (quad) => quad.subject,
      ),
    ];
  }

  objects(subject: Term, predicate: Term): Term[] {
    return this.#match({ subject, predicate }).map((quad) => quad.object);
  }

  subjects(predicate: Term): Term[] {
    const found = new Map(
      this.#match({ predicate }).map(({ subject }) => [
        `${subject.termType}${subject.value}`,
        subject,
      ]),
    );
    return [...found.values()];
  }

  /** schema:sha256, or a property that is declared to be one. */
  sha256(subject: Term): string | undefined {
    return this.#checksumProperties.flatMap((property) => this.objects(subject, property))[0]
      ?.value;
  }

  owner(subject: Term): string {
    if (subject.termType !== 'BlankNode') return subject.value;
    const [pointer] = this.#match({ object: subject });
    return pointer ? this.owner(pointer.subject) : `_:${subject.value}`;
  }

  #match(pattern: { subject?: Term; predicate?: Term; object?: Term }) {
    return [...matchQuads(this.#dataset, { ...pattern, graph: terms.defaultGraph() })];
  }
}
