/**
 * Answers SERVICE before the rest of the query is planned: each becomes the solutions that its endpoint gave. What
 * stands beside it is solved first, and tells the endpoint which values its variables may take.
 * https://www.w3.org/TR/sparql11-federated-query/#defn_service
 */
import type { Term } from '../../rdf/index.ts';
import type { Expression, Operation } from '../algebra/algebra.ts';
import { scopeOf, variablesOf } from '../algebra/scope.ts';
import type { ServiceRow } from './service-client.ts';
import { ServiceError } from './service-error.ts';
import { type KnownValues, serviceQuery } from './service-query.ts';

export interface ServiceResolution {
  /** At most `limit` distinct solutions of an operation without SERVICE, in the order of `variables`. */
  readonly solve: (
    operation: Operation,
    variables: readonly string[],
    limit: number,
  ) => readonly (readonly Term[])[];
  readonly ask: (endpoint: string, query: string) => Promise<readonly ServiceRow[]>;
}

/** With more values than these an endpoint is asked for everything. */
const MAX_VALUES = 10_000;
/** Values in one question. */
const BLOCK = 500;

type Service = Operation & { kind: 'service' };

/** What is joined to an operation, and filters all that is joined. */
interface Beside {
  readonly operations: readonly Operation[];
  readonly conditions: readonly Expression[];
}

/**
 * @param given values that the asker gave, which stand for their variables everywhere.
 * @throws {ServiceError} unless SILENT, and what the resolution throws.
 */
export function resolveServices(
  operation: Operation,
  given: Operation,
  resolution: ServiceResolution,
): Promise<Operation> {
  const alone = { operations: [given], conditions: [] };
  return new Resolver(resolution, alone).resolve(operation, alone);
}

/** Whether an operation asks another endpoint anywhere. */
function asksServices(operation: Operation): boolean {
  switch (operation.kind) {
    case 'service':
      return true;
    case 'bgp':
    case 'path':
    case 'values':
      return false;
    case 'join':
    case 'union':
      return operation.inputs.some(asksServices);
    case 'leftJoin':
    case 'minus':
      return (
        asksServices(operation.left) ||
        asksServices(operation.right) ||
        ('condition' in operation && !!operation.condition && holdsServices(operation.condition))
      );
    case 'filter':
      return asksServices(operation.input) || holdsServices(operation.condition);
    case 'extend':
      return asksServices(operation.input) || holdsServices(operation.expression);
    case 'group':
      return (
        asksServices(operation.input) ||
        operation.aggregates.some(({ expression }) => !!expression && holdsServices(expression))
      );
    case 'orderBy':
      return (
        asksServices(operation.input) ||
        operation.keys.some(({ expression }) => holdsServices(expression))
      );
    case 'graph':
    case 'project':
    case 'distinct':
    case 'slice':
      return asksServices(operation.input);
  }
}

function holdsServices(expression: Expression): boolean {
  switch (expression.kind) {
    case 'variable':
    case 'constant':
      return false;
    case 'call':
    case 'named':
      return expression.args.some(holdsServices);
    case 'exists':
      return asksServices(expression.input);
  }
}

class Resolver {
  readonly #resolution: ServiceResolution;
  /** What stands beside an operation that nothing else is joined to. */
  readonly #alone: Beside;

  constructor(resolution: ServiceResolution, alone: Beside) {
    this.#resolution = resolution;
    this.#alone = alone;
  }

  async resolve(operation: Operation, beside: Beside): Promise<Operation> {
    if (!asksServices(operation)) return operation;
    const alone = (inner: Operation) => this.resolve(inner, this.#alone);
    switch (operation.kind) {
      case 'service':
        return this.#answer(operation, beside);
      case 'join':
        return { ...operation, inputs: await this.#join(operation.inputs, beside) };
      case 'union': {
        const inputs: Operation[] = [];
        for (const input of operation.inputs) inputs.push(await this.resolve(input, beside));
        return { ...operation, inputs };
      }
      case 'leftJoin': {
        const left = await this.resolve(operation.left, beside);
        // A value from outside for what the left side leaves open would turn a match into none.
        const { certain } = scopeOf(left);
        const safe = beside.operations.filter((other) => scopeOf(other).all.isSubsetOf(certain));
        const within = { ...beside, operations: [...safe, left] };
        const right = await this.resolve(operation.right, within);
        const condition = operation.condition && (await this.#expression(operation.condition));
        return { ...operation, left, right, condition };
      }
      case 'minus':
        return {
          ...operation,
          left: await this.resolve(operation.left, beside),
          right: await alone(operation.right),
        };
      case 'filter': {
        const condition = await this.#expression(operation.condition);
        const conditions = [...beside.conditions, condition];
        return {
          ...operation,
          condition,
          input: await this.resolve(operation.input, { ...beside, conditions }),
        };
      }
      case 'extend': {
        const isKnown = beside.operations.some((other) =>
          scopeOf(other).all.has(operation.variable),
        );
        return {
          ...operation,
          input: await this.resolve(operation.input, isKnown ? this.#alone : beside),
          expression: await this.#expression(operation.expression),
        };
      }
      case 'group': {
        const aggregates = await Promise.all(
          operation.aggregates.map(async (aggregate) => ({
            ...aggregate,
            expression: aggregate.expression && (await this.#expression(aggregate.expression)),
          })),
        );
        return { ...operation, input: await alone(operation.input), aggregates };
      }
      case 'orderBy': {
        const keys = await Promise.all(
          operation.keys.map(async (key) => ({
            ...key,
            expression: await this.#expression(key.expression),
          })),
        );
        return { ...operation, input: await alone(operation.input), keys };
      }
      case 'graph':
      case 'project':
      case 'distinct':
      case 'slice':
        return { ...operation, input: await alone(operation.input) };
      case 'bgp':
      case 'path':
      case 'values':
        return operation;
    }
  }

  async #expression(expression: Expression): Promise<Expression> {
    switch (expression.kind) {
      case 'variable':
      case 'constant':
        return expression;
      case 'call':
      case 'named':
        return {
          ...expression,
          args: await Promise.all(expression.args.map((argument) => this.#expression(argument))),
        };
      case 'exists':
        return { ...expression, input: await this.resolve(expression.input, this.#alone) };
    }
  }

  /** Whoever is asked last knows most. */
  async #join(inputs: readonly Operation[], beside: Beside): Promise<Operation[]> {
    const done = inputs.filter((input) => !asksServices(input));
    const waiting = inputs.filter(asksServices);
    while (waiting.length > 0) {
      const operations = [...beside.operations, ...done];
      const known = certainIn(operations);
      const ready = waiting.findIndex((input) =>
        endpointsOf(input).every((name) => known.has(name)),
      );
      const [next] = waiting.splice(Math.max(0, ready), 1);
      done.push(await this.resolve(next as Operation, { ...beside, operations }));
    }
    return done;
  }

  async #answer(service: Service, beside: Beside): Promise<Operation> {
    const { name } = service;
    if (name.termType !== 'Variable')
      return this.#askOne(service, name, this.#valuesFor(service, beside));
    const known = certainIn(beside.operations);
    if (!known.has(name.value))
      throw new ServiceError(
        'service-unbound',
        `SERVICE ?${name.value} names no endpoint: bind ?${name.value} beside it`,
        `?${name.value}`,
      );
    const endpoints = this.#solve(beside, [name.value], Infinity);
    const inputs: Operation[] = [];
    for (const [endpoint] of endpoints) {
      const itself: Operation = { kind: 'values', variables: [name.value], rows: [[endpoint]] };
      const operations = [...beside.operations, itself];
      const values = this.#valuesFor(service, { ...beside, operations });
      const answered = await this.#askOne(service, endpoint as Term, values);
      inputs.push({ kind: 'join', inputs: [itself, answered] });
    }
    return { kind: 'union', inputs };
  }

  async #askOne(service: Service, endpoint: Term, known: KnownValues): Promise<Operation> {
    const { variables } = service;
    try {
      const rows: (Term | undefined)[][] = [];
      for (const block of blocksOf(known))
        for (const row of await this.#ask(endpoint, await serviceQuery(service, block)))
          rows.push(variables.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined)));
      return { kind: 'values', variables, rows };
    } catch (error) {
      // "The result is a single solution with no bindings": https://www.w3.org/TR/sparql11-federated-query/#serviceFailure
      if (service.isSilent && error instanceof ServiceError)
        return { kind: 'values', variables: [], rows: [[]] };
      throw error;
    }
  }

  #ask(endpoint: Term, query: string): Promise<readonly ServiceRow[]> {
    if (endpoint.termType !== 'NamedNode')
      throw new ServiceError(
        'service-failed',
        `SERVICE "${endpoint.value}" is no IRI, so there is nobody to ask`,
        endpoint.value,
      );
    return this.#resolution.ask(endpoint.value, query);
  }

  /** What is known of the variables that each solution of the pattern binds. */
  #valuesFor(service: Service, beside: Beside): KnownValues {
    const known = certainIn(beside.operations);
    const variables = service.certain.filter((name) => known.has(name));
    if (variables.length === 0) return { variables, rows: [] };
    const rows = this.#solve(beside, variables, MAX_VALUES + 1);
    if (rows.length > MAX_VALUES) return { variables: [], rows: [] };
    // A blank node of ours is nothing to others.
    const named = variables.filter((_, column) =>
      rows.every((row) => row[column]?.termType !== 'BlankNode'),
    );
    if (named.length === variables.length) return { variables, rows };
    return {
      variables: named,
      rows: named.length === 0 ? [] : this.#solve(beside, named, Infinity),
    };
  }

  #solve({ operations, conditions }: Beside, variables: readonly string[], limit: number) {
    let operation: Operation = { kind: 'join', inputs: operations };
    const known = certainIn(operations);
    for (const condition of conditions)
      if ([...variablesOf(condition)].every((name) => known.has(name)))
        operation = { kind: 'filter', input: operation, condition };
    return this.#resolution.solve(operation, variables, limit);
  }
}

/** An endpoint that nothing is told is asked once; one that is told that nothing fits is not asked. */
function* blocksOf({ variables, rows }: KnownValues): Generator<KnownValues> {
  if (variables.length === 0) yield { variables, rows };
  for (let from = 0; from < rows.length; from += BLOCK)
    yield { variables, rows: rows.slice(from, from + BLOCK) };
}

const certainIn = (operations: readonly Operation[]): ReadonlySet<string> =>
  new Set(operations.flatMap((operation) => [...scopeOf(operation).certain]));

/** Variables that name endpoints within an operation, as far as what is joined to it can bind them. */
function endpointsOf(operation: Operation): readonly string[] {
  switch (operation.kind) {
    case 'service':
      return operation.name.termType === 'Variable' ? [operation.name.value] : [];
    case 'join':
    case 'union':
      return operation.inputs.flatMap(endpointsOf);
    case 'leftJoin':
    case 'minus':
      return endpointsOf(operation.left);
    case 'filter':
    case 'extend':
      return endpointsOf(operation.input);
    default:
      return [];
  }
}
