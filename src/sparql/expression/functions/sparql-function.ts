/** What a function of SPARQL is. */
import type { Value } from '../../values/value.ts';

export interface FunctionContext {
  /** The same for all of a query. */
  readonly now: Date;
  readonly baseIri: string;
  /** A blank node that stands nowhere else; with a key, the same one for the same key. */
  readonly blankNode: (key?: string) => Value;
  /** Another number each time. */
  readonly nextNumber: () => number;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

export interface SparqlFunction {
  readonly minArity: number;
  readonly maxArity: number;
  /** Whether equal arguments always give the same. */
  readonly isDeterministic: boolean;
  /** Undefined is an error. */
  readonly call: (args: readonly Value[], context: FunctionContext) => Value | undefined;
}

export type Row = readonly [name: string, definition: SparqlFunction];

export const nullary = (name: string, call: SparqlFunction['call']): Row => [
  name,
  { minArity: 0, maxArity: 0, isDeterministic: false, call },
];

export const unary = (name: string, call: (value: Value) => Value | undefined): Row => [
  name,
  { minArity: 1, maxArity: 1, isDeterministic: true, call: ([value]) => call(value as Value) },
];

export const binary = (name: string, call: (a: Value, b: Value) => Value | undefined): Row => [
  name,
  {
    minArity: 2,
    maxArity: 2,
    isDeterministic: true,
    call: ([a, b]) => call(a as Value, b as Value),
  },
];

export const variadic = (
  name: string,
  [minArity, maxArity]: readonly [number, number],
  call: SparqlFunction['call'],
): Row => [name, { minArity, maxArity, isDeterministic: true, call }];
