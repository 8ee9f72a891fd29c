/**
 * Evaluates SERVICE before the rest of the query is planned: each SERVICE becomes the solutions of its endpoint. The
 * operations joined with it are evaluated first, and their values are sent along as VALUES (bind join).
 * https://www.w3.org/TR/sparql11-federated-query/#defn_service
 */
import type { Term } from '../../rdf/index.ts';
import type { Expression, Operation } from '../algebra/algebra.ts';
import { scopeOf, variablesOf } from '../algebra/scope.ts';
import type { ServiceRow } from './service-rows.ts';
import { ServiceError } from './service-error.ts';
import { type BoundValues, serviceQuery } from './service-query.ts';

export interface ServiceResolution {
  /** At most `limit` distinct solutions of an operation without SERVICE, in the order of `variables`. */
  readonly solve: (
    operation: Operation,
    variables: readonly string[],
    limit: number,
  ) => readonly (readonly Term[])[];
  readonly select: (endpoint: string, query: string) => Promise<readonly ServiceRow[]>;
}

/** If there are more bound values than this, none are sent. */
const MAX_VALUES = 10_000;
/** Rows of VALUES in one query. */
const BLOCK_ROWS = 500;

type Service = Operation & { kind: 'service' };

/** The operations joined with an operation, and the filters over the join. */
interface JoinContext {
  readonly operations: readonly Operation[];
  readonly conditions: readonly Expression[];
}

/**
 * @param given values that the request binds to variables everywhere.
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

/** Whether an operation contains SERVICE. */
function containsService(operation: Operation): boolean {
  switch (operation.kind) {
    case 'service':
      return true;
    case 'bgp':
    case 'path':
    case 'values':
      return false;
    case 'join':
    case 'union':
      return operation.inputs.some(containsService);
    case 'leftJoin':
    case 'minus':
      return (
        containsService(operation.left) ||
        containsService(operation.right) ||
        ('condition' in operation &&
          !!operation.condition &&
          expressionContainsService(operation.condition))
      );
    case 'filter':
      return containsService(operation.input) || expressionContainsService(operation.condition);
    case 'extend':
      return containsService(operation.input) || expressionContainsService(operation.expression);
    case 'group':
      return (
        containsService(operation.input) ||
        operation.aggregates.some(
          ({ expression }) => !!expression && expressionContainsService(expression),
        )
      );
    case 'orderBy':
      return (
        containsService(operation.input) ||
        operation.keys.some(({ expression }) => expressionContainsService(expression))
      );
    case 'graph':
    case 'project':
    case 'distinct':
    case 'slice':
      return containsService(operation.input);
  }
}

function expressionContainsService(expression: Expression): boolean {
  switch (expression.kind) {
    case 'variable':
    case 'constant':
      return false;
    case 'call':
    case 'named':
      return expression.args.some(expressionContainsService);
    case 'exists':
      return containsService(expression.input);
  }
}

class Resolver {
  readonly #resolution: ServiceResolution;
  /** The context of an operation with which nothing is joined. */
  readonly #alone: JoinContext;

  constructor(resolution: ServiceResolution, alone: JoinContext) {
    this.#resolution = resolution;
    this.#alone = alone;
  }

  async resolve(operation: Operation, context: JoinContext): Promise<Operation> {
    if (!containsService(operation)) return operation;
    const alone = (inner: Operation) => this.resolve(inner, this.#alone);
    switch (operation.kind) {
      case 'service':
        return this.#answer(operation, context);
      case 'join':
        return { ...operation, inputs: await this.#join(operation.inputs, context) };
      case 'union': {
        const inputs: Operation[] = [];
        for (const input of operation.inputs) inputs.push(await this.resolve(input, context));
        return { ...operation, inputs };
      }
      case 'leftJoin': {
        const left = await this.resolve(operation.left, context);
        // An outer value for a variable that the left side leaves unbound would remove a match.
        const { boundVariables } = scopeOf(left);
        const safe = context.operations.filter((other) =>
          scopeOf(other).all.isSubsetOf(boundVariables),
        );
        const within = { ...context, operations: [...safe, left] };
        const right = await this.resolve(operation.right, within);
        const condition = operation.condition && (await this.#expression(operation.condition));
        return { ...operation, left, right, condition };
      }
      case 'minus':
        return {
          ...operation,
          left: await this.resolve(operation.left, context),
          right: await alone(operation.right),
        };
      case 'filter': {
        const condition = await this.#expression(operation.condition);
        const conditions = [...context.conditions, condition];
        return {
          ...operation,
          condition,
          input: await this.resolve(operation.input, { ...context, conditions }),
        };
      }
      case 'extend': {
        const isBound = context.operations.some((other) =>
          scopeOf(other).all.has(operation.variable),
        );
        return {
          ...operation,
          input: await this.resolve(operation.input, isBound ? this.#alone : context),
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

  /** Evaluates inputs with SERVICE last, those whose endpoint variable is bound first: later calls have more bound values. */
  async #join(inputs: readonly Operation[], context: JoinContext): Promise<Operation[]> {
    const done = inputs.filter((input) => !containsService(input));
    const pending = inputs.filter(containsService);
    while (pending.length > 0) {
      const operations = [...context.operations, ...done];
      const bound = boundVariablesOf(operations);
      const ready = pending.findIndex((input) =>
        endpointsOf(input).every((name) => bound.has(name)),
      );
      const [next] = pending.splice(Math.max(0, ready), 1);
      done.push(await this.resolve(next as Operation, { ...context, operations }));
    }
    return done;
  }

  async #answer(service: Service, context: JoinContext): Promise<Operation> {
    const { name } = service;
    if (name.termType !== 'Variable')
      return this.#callEndpoint(service, name, this.#valuesFor(service, context));
    const bound = boundVariablesOf(context.operations);
    if (!bound.has(name.value))
      throw new ServiceError(
        'service-unbound',
        `SERVICE ?${name.value} has no endpoint: bind ?${name.value} in the same group`,
        `?${name.value}`,
      );
    const endpoints = this.#solve(context, [name.value], Infinity);
    const inputs: Operation[] = [];
    for (const [endpoint] of endpoints) {
      const endpointValues: Operation = {
        kind: 'values',
        variables: [name.value],
        rows: [[endpoint]],
      };
      const operations = [...context.operations, endpointValues];
      const values = this.#valuesFor(service, { ...context, operations });
      const solutions = await this.#callEndpoint(service, endpoint as Term, values);
      inputs.push({ kind: 'join', inputs: [endpointValues, solutions] });
    }
    return { kind: 'union', inputs };
  }

  async #callEndpoint(service: Service, endpoint: Term, bound: BoundValues): Promise<Operation> {
    const { variables } = service;
    try {
      const rows: (Term | undefined)[][] = [];
      for (const block of blocksOf(bound))
        for (const row of await this.#select(endpoint, await serviceQuery(service, block)))
          rows.push(variables.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined)));
      return { kind: 'values', variables, rows };
    } catch (error) {
      // "The result is a single solution with no bindings": https://www.w3.org/TR/sparql11-federated-query/#serviceFailure
      if (service.isSilent && error instanceof ServiceError)
        return { kind: 'values', variables: [], rows: [[]] };
      throw error;
    }
  }

  #select(endpoint: Term, query: string): Promise<readonly ServiceRow[]> {
    if (endpoint.termType !== 'NamedNode')
      throw new ServiceError(
        'service-failed',
        `SERVICE "${endpoint.value}" is not an IRI`,
        endpoint.value,
      );
    return this.#resolution.select(endpoint.value, query);
  }

  /** The values of the variables that each solution of the pattern binds. */
  #valuesFor(service: Service, context: JoinContext): BoundValues {
    const bound = boundVariablesOf(context.operations);
    const variables = service.boundVariables.filter((name) => bound.has(name));
    if (variables.length === 0) return { variables, rows: [] };
    const rows = this.#solve(context, variables, MAX_VALUES + 1);
    if (rows.length > MAX_VALUES) return { variables: [], rows: [] };
    // Blank nodes have no meaning at another endpoint.
    const named = variables.filter((_, column) =>
      rows.every((row) => row[column]?.termType !== 'BlankNode'),
    );
    if (named.length === variables.length) return { variables, rows };
    return {
      variables: named,
      rows: named.length === 0 ? [] : this.#solve(context, named, Infinity),
    };
  }

  #solve({ operations, conditions }: JoinContext, variables: readonly string[], limit: number) {
    let operation: Operation = { kind: 'join', inputs: operations };
    const bound = boundVariablesOf(operations);
    for (const condition of conditions)
      if ([...variablesOf(condition)].every((name) => bound.has(name)))
        operation = { kind: 'filter', input: operation, condition };
    return this.#resolution.solve(operation, variables, limit);
  }
}

/** Blocks of rows, one query each: one empty block without variables, no block where no value is possible. */
function* blocksOf({ variables, rows }: BoundValues): Generator<BoundValues> {
  if (variables.length === 0) yield { variables, rows };
  for (let from = 0; from < rows.length; from += BLOCK_ROWS)
    yield { variables, rows: rows.slice(from, from + BLOCK_ROWS) };
}

const boundVariablesOf = (operations: readonly Operation[]): ReadonlySet<string> =>
  new Set(operations.flatMap((operation) => [...scopeOf(operation).boundVariables]));

/** Endpoint variables inside an operation that operations joined with it can bind. */
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
