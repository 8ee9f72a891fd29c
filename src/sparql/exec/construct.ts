/** CONSTRUCT: a template filled with each solution. https://www.w3.org/TR/sparql11-query/#construct */
import { type ConcreteTerm, type Term, terms as makeTerms } from '../../rdf/index.ts';
import type { TriplePattern } from '../algebra/algebra.ts';
import type { Batch } from './batch/batch.ts';
import type { Environment } from './context/environment.ts';
import { RowWriter } from './batch/row-writer.ts';
import { TupleTable } from './batch/tuple-table.ts';
import type { Plan } from '../plan/plan.ts';

type Template = readonly Omit<TriplePattern, 'graph'>[];

/** Triples that are no RDF (unbound places, literals as subjects) are left out; a graph holds each once. */
export function* constructTriples(
  template: Template,
  plan: Plan,
  environment: Environment,
): Generator<Batch> {
  const filler = new TemplateFiller(plan.variables, environment);
  const writer = new RowWriter(3);
  const seen = new TupleTable(3);
  const triple = new Uint32Array(3);
  const columns = [triple.subarray(0, 1), triple.subarray(1, 2), triple.subarray(2, 3)];
  for (const batch of environment.execute(plan)) {
    environment.checkBudget(batch.length * template.length);
    for (let row = 0; row < batch.length; row += 1) {
      filler.begin(batch, row);
      for (const { subject, predicate, object } of template) {
        triple[0] = filler.idOf(subject);
        triple[1] = filler.idOf(predicate);
        triple[2] = filler.idOf(object);
        if (!filler.isTriple(triple)) continue;
        const before = seen.byteLength;
        if (seen.insert(columns, 0) >= 0) continue;
        environment.allocate(seen.byteLength - before);
        if (writer.write(triple)) yield writer.take();
      }
    }
    if (writer.length > 0) yield writer.take();
  }
}

/** Blank nodes of a template are other ones in each solution, and the same ones within one. */
class TemplateFiller {
  readonly #variables: readonly string[];
  readonly #environment: Environment;
  readonly #constants = new Map<Term, number>();
  #blankNodes = new Map<string, number>();
  #solutions = 0;
  #batch: Batch = { length: 0, columns: [] };
  #row = 0;

  constructor(variables: readonly string[], environment: Environment) {
    this.#variables = variables;
    this.#environment = environment;
  }

  begin(batch: Batch, row: number): void {
    this.#batch = batch;
    this.#row = row;
    this.#solutions += 1;
    if (this.#blankNodes.size > 0) this.#blankNodes = new Map();
  }

  /** 0 for what is unbound. */
  idOf(term: Term): number {
    if (term.termType === 'Variable') {
      const column = this.#batch.columns[this.#variables.indexOf(term.value)];
      return column ? (column[this.#row] as number) : 0;
    }
    if (term.termType === 'BlankNode') return this.#blankNode(term.value);
    if (term.termType === 'Quad') return this.#tripleTerm(term as never);
    let id = this.#constants.get(term);
    if (id === undefined) {
      id = this.#environment.terms.intern(term as ConcreteTerm);
      this.#constants.set(term, id);
    }
    return id;
  }

  isTriple(triple: Uint32Array): boolean {
    const [subject, predicate, object] = triple as unknown as [number, number, number];
    if (subject === 0 || predicate === 0 || object === 0) return false;
    const { terms } = this.#environment;
    const kindOf = (id: number) => terms.termOf(id).termType;
    const subjectKind = kindOf(subject);
    return (
      (subjectKind === 'NamedNode' || subjectKind === 'BlankNode') &&
      kindOf(predicate) === 'NamedNode'
    );
  }

  #blankNode(label: string): number {
    let id = this.#blankNodes.get(label);
    if (id === undefined) {
      id = this.#environment.terms.intern(makeTerms.blankNode(`c${this.#solutions}.${label}`));
      this.#blankNodes.set(label, id);
    }
    return id;
  }

  #tripleTerm(term: { subject: Term; predicate: Term; object: Term }): number {
    const ids = [term.subject, term.predicate, term.object].map((part) => this.idOf(part));
    if (!this.isTriple(Uint32Array.from(ids))) return 0;
    const [subject, predicate, object] = ids.map((id) => this.#environment.terms.termOf(id));
    return this.#environment.terms.intern(
      makeTerms.quad(subject as never, predicate as never, object as never) as ConcreteTerm,
    );
  }
}
