/** Parses the text of an update, by Traqula. https://www.w3.org/TR/sparql11-update/#mappingRequestsToOperations */
import { toAlgebra } from '@traqula/algebra-sparql-1-2';
import { GraphpressError } from '../../errors.ts';
import type { Term } from '../../rdf/index.ts';
import { parsedFromTree, parseUpdateTree } from '../syntax/parse.ts';
import type { GraphName, GraphSelection, QuadTemplate, UpdateOperation } from './operations.ts';

type Node = Readonly<Record<string, unknown>>;

interface UpdateNode {
  readonly context: readonly Node[];
  readonly operation?: OperationNode;
}

interface OperationNode extends Node {
  readonly subType: string;
  readonly silent?: boolean;
}

/**
 * The operations of an update in order; an empty update is legal.
 * @throws {QuerySyntaxError} with line and column of the first syntax error.
 * @throws {GraphpressError} `query-evaluation` for what cannot be evaluated, such as an unknown prefix.
 */
export function parseUpdate(text: string, baseIri: string): readonly UpdateOperation[] {
  const operations: UpdateOperation[] = [];
  // A prologue applies to all operations after it: https://www.w3.org/TR/sparql11-update/#rUpdate
  const context: Node[] = [];
  for (const update of parseUpdateTree(text) as readonly UpdateNode[]) {
    context.push(...update.context);
    if (update.operation)
      operations.push(toOperation(update.operation, { text, context, baseIri }));
  }
  return operations;
}

interface UpdateContext {
  readonly text: string;
  readonly context: readonly Node[];
  readonly baseIri: string;
}

function toOperation(node: OperationNode, update: UpdateContext): UpdateOperation {
  const isSilent = node.silent === true;
  switch (node.subType) {
    case 'load': {
      const { source, destination } = algebraOf(node, update);
      return {
        kind: 'load',
        source: (source as Term).value,
        graph: destination === undefined ? undefined : (destination as Term).value,
        isSilent,
      };
    }
    case 'clear':
    case 'drop':
      return {
        kind: node.subType,
        graphs: toSelection(algebraOf(node, update)['source']),
        isSilent,
      };
    case 'create':
      return { kind: 'create', graph: toName(algebraOf(node, update)['source']), isSilent };
    case 'add':
    case 'copy':
    case 'move': {
      const { source, destination } = algebraOf(node, update);
      return { kind: node.subType, from: toName(source), to: toName(destination), isSilent };
    }
    default:
      return toModify(node, update);
  }
}

/** INSERT DATA, DELETE DATA, DELETE WHERE, and DELETE/INSERT with WHERE. */
function toModify(node: OperationNode, update: UpdateContext): UpdateOperation {
  const templates = algebraOf({ ...node, where: EMPTY_GROUP }, update);
  const using = node['from'] as { readonly clauses?: readonly unknown[] } | undefined;
  const hasUsing = (using?.clauses?.length ?? 0) > 0;
  const withGraph =
    node['graph'] === undefined ? undefined : nameOfWith(node['graph'] as Node, update);
  const where =
    node.subType === 'deletewhere'
      ? { ...EMPTY_GROUP, patterns: (node['data'] as readonly Node[]).map(toPattern) }
      : node['where'];
  return {
    kind: 'modify',
    deletes: (templates['delete'] ?? []) as readonly QuadTemplate[],
    inserts: (templates['insert'] ?? []) as readonly QuadTemplate[],
    where:
      where === undefined
        ? undefined
        : parsedFromTree(update.text, {
            type: 'query',
            subType: 'select',
            context: update.context,
            variables: [{ type: 'wildcard' }],
            datasets: using ?? { type: 'datasetClauses', clauses: [] },
            where,
            solutionModifiers: {},
          }),
    with: hasUsing ? undefined : withGraph,
    namesDataset: hasUsing || withGraph !== undefined,
  };
}

const EMPTY_GROUP = { type: 'pattern', subType: 'group', patterns: [] } as const;

/** DELETE WHERE uses its quads as the pattern too. https://www.w3.org/TR/sparql11-update/#deleteWhere */
const toPattern = (quads: Node): Node =>
  quads['type'] === 'graph'
    ? { type: 'pattern', subType: 'graph', name: quads['graph'], patterns: [quads['triples']] }
    : quads;

/** The parser's algebra resolves prefixed names only in operands of an operation. */
const nameOfWith = (graph: Node, update: UpdateContext): GraphName =>
  toName(
    algebraOf(
      {
        type: 'updateOperation',
        subType: 'create',
        silent: false,
        destination: { type: 'graphRef', subType: 'specific', graph },
      },
      update,
    )['source'],
  );

function algebraOf(operation: OperationNode, { context, baseIri }: UpdateContext): Node {
  const tree = { type: 'update', updates: [{ context, operation }] };
  try {
    return toAlgebra(tree as never, {
      quads: true,
      blankToVariable: false,
      baseIRI: baseIri,
    }) as unknown as Node;
  } catch (cause) {
    const { message } = cause as Error;
    throw new GraphpressError(
      'query-evaluation',
      `the update cannot be executed: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      {},
      { cause },
    );
  }
}

const toName = (graph: unknown): GraphName =>
  graph === 'DEFAULT' ? undefined : (graph as Term).value;

function toSelection(graphs: unknown): GraphSelection {
  if (graphs === 'ALL') return { kind: 'all' };
  return graphs === 'NAMED' ? { kind: 'named' } : { kind: 'one', graph: toName(graphs) };
}
