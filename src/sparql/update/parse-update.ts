/** Update text to operations, by Traqula. https://www.w3.org/TR/sparql11-update/#mappingRequestsToOperations */
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
 * The operations of an update, in order; none is legal.
 * @throws {QuerySyntaxError} with line and column of the first place that is no SPARQL Update.
 * @throws {GraphpressError} `query-evaluation` for what has no meaning, such as an unknown prefix.
 */
export function parseUpdate(text: string, baseIri: string): readonly UpdateOperation[] {
  const operations: UpdateOperation[] = [];
  // Prologues hold for all that follows: https://www.w3.org/TR/sparql11-update/#rUpdate
  const context: Node[] = [];
  for (const update of parseUpdateTree(text) as readonly UpdateNode[]) {
    context.push(...update.context);
    if (update.operation)
      operations.push(toOperation(update.operation, { text, context, baseIri }));
  }
  return operations;
}

interface Surroundings {
  readonly text: string;
  readonly context: readonly Node[];
  readonly baseIri: string;
}

function toOperation(node: OperationNode, around: Surroundings): UpdateOperation {
  const isSilent = node.silent === true;
  switch (node.subType) {
    case 'load': {
      const { source, destination } = algebraOf(node, around);
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
        graphs: toSelection(algebraOf(node, around)['source']),
        isSilent,
      };
    case 'create':
      return { kind: 'create', graph: toName(algebraOf(node, around)['source']), isSilent };
    case 'add':
    case 'copy':
    case 'move': {
      const { source, destination } = algebraOf(node, around);
      return { kind: node.subType, from: toName(source), to: toName(destination), isSilent };
    }
    default:
      return toModify(node, around);
  }
}

/** INSERT DATA, DELETE DATA, DELETE WHERE, and DELETE/INSERT with WHERE. */
function toModify(node: OperationNode, around: Surroundings): UpdateOperation {
  const templates = algebraOf({ ...node, where: EMPTY_GROUP }, around);
  const using = node['from'] as { readonly clauses?: readonly unknown[] } | undefined;
  const hasUsing = (using?.clauses?.length ?? 0) > 0;
  const withGraph =
    node['graph'] === undefined ? undefined : nameOfWith(node['graph'] as Node, around);
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
        : parsedFromTree(around.text, {
            type: 'query',
            subType: 'select',
            context: around.context,
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

/** The quads of DELETE WHERE are its pattern too. https://www.w3.org/TR/sparql11-update/#deleteWhere */
const toPattern = (quads: Node): Node =>
  quads['type'] === 'graph'
    ? { type: 'pattern', subType: 'graph', name: quads['graph'], patterns: [quads['triples']] }
    : quads;

/** The parser's algebra resolves names where they are operands of an operation. */
const nameOfWith = (graph: Node, around: Surroundings): GraphName =>
  toName(
    algebraOf(
      {
        type: 'updateOperation',
        subType: 'create',
        silent: false,
        destination: { type: 'graphRef', subType: 'specific', graph },
      },
      around,
    )['source'],
  );

function algebraOf(operation: OperationNode, { context, baseIri }: Surroundings): Node {
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
      `the update cannot be done: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
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
