/** What a function of SPARQL is. */
import type { Value } from '../../values/value.ts';

export interface FunctionContext {
  /** The same for all of a query. */
  readonly now: Date;
  readonly baseIri: string;
  /** A new blank node; with a key, the same one for the same key. */
  readonly blankNode: (key?: string) => Value;
  /** Another number each time. */
  readonly nextNumber: () => number;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

/** Help in the editor. */
export interface FunctionHelp {
  /** Names of the arguments, with commas between them. */
  readonly takes: string;
  readonly en: string;
  readonly zh: string;
}

/** All facts about a function, except how it is computed. */
export interface FunctionFacts {
  readonly minArity: number;
  readonly maxArity: number;
  /** Whether equal arguments always give the same. */
  readonly isDeterministic: boolean;
  /** Unbounded: not linear in the length of the arguments, or with a result longer than them. */
  readonly cost: 'bounded' | 'unbounded';
  /** Undefined for operators and for synonyms, which the editor does not offer. */
  readonly help: FunctionHelp | undefined;
}

export interface SparqlFunction extends FunctionFacts {
  /** Undefined is an error. */
  readonly call: (args: readonly Value[], context: FunctionContext) => Value | undefined;
}

const PLAIN = { isDeterministic: true, cost: 'bounded', help: undefined } as const;

export type Row = readonly [name: string, definition: SparqlFunction];

export const nullary = (name: string, call: SparqlFunction['call']): Row => [
  name,
  { ...PLAIN, minArity: 0, maxArity: 0, isDeterministic: false, call },
];

export const unary = (name: string, call: (value: Value) => Value | undefined): Row => [
  name,
  { ...PLAIN, minArity: 1, maxArity: 1, call: ([value]) => call(value as Value) },
];

export const binary = (name: string, call: (a: Value, b: Value) => Value | undefined): Row => [
  name,
  {
    ...PLAIN,
    minArity: 2,
    maxArity: 2,
    call: ([a, b]) => call(a as Value, b as Value),
  },
];

export const variadic = (
  name: string,
  [minArity, maxArity]: readonly [number, number],
  call: SparqlFunction['call'],
): Row => [name, { ...PLAIN, minArity, maxArity, call }];

/** A function that gives another value each time. */
export const changing = (
  name: string,
  [minArity, maxArity]: readonly [number, number],
  call: SparqlFunction['call'],
): Row => [name, { ...PLAIN, minArity, maxArity, isDeterministic: false, call }];

/** The row with help for the editor, and with its cost where that is unbounded. */
export const described = <Facts extends FunctionFacts>(
  [name, facts]: readonly [name: string, facts: Facts],
  help: FunctionHelp,
  cost: FunctionFacts['cost'] = 'bounded',
): readonly [name: string, facts: Facts] => [name, { ...facts, help, cost }];
