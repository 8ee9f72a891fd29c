/** Keyboard control of the drawing. The page lists the keys. */
import type { ModelGraph } from '../state/graph-model.ts';

export interface KeyActions {
  readonly select: (node: string | undefined) => void;
  readonly selected: () => string | undefined;
  readonly showDetails: () => void;
  readonly expandNext: () => void;
  readonly collapse: () => void;
  readonly togglePin: () => void;
  readonly nextLayout: () => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly find: () => void;
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function listenToKeys(drawing: HTMLElement, graph: ModelGraph, actions: KeyActions): void {
  const keys: Readonly<Record<string, () => void>> = {
    Enter: actions.showDetails,
    Escape: () => actions.select(undefined),
    e: actions.expandNext,
    c: actions.collapse,
    p: actions.togglePin,
    l: actions.nextLayout,
    '+': () => actions.zoom(1.4),
    '=': () => actions.zoom(1.4),
    '-': () => actions.zoom(1 / 1.4),
    '0': actions.fit,
    u: actions.undo,
    r: actions.redo,
    '/': actions.find,
  };
  drawing.addEventListener('keydown', (event) => {
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      return event.shiftKey ? actions.redo() : actions.undo();
    }
    const direction = DIRECTIONS[event.key];
    const act = direction
      ? () => actions.select(nodeTowards(graph, actions.selected(), direction))
      : keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    // The page has its own shortcuts, such as "/" for search.
    event.stopPropagation();
    act();
  });
}

/** The nearest node in a direction; sideways distance counts twice. The same node if there is none. */
export function nodeTowards(
  graph: ModelGraph,
  from: string | undefined,
  [dx, dy]: readonly [number, number],
): string | undefined {
  if (from === undefined || !graph.hasNode(from)) return graph.nodes()[0];
  const { x, y } = graph.getNodeAttributes(from);
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  graph.forEachNode((node, attributes) => {
    const [ax, ay] = [attributes.x - x, attributes.y - y];
    const ahead = ax * dx + ay * dy;
    const aside = Math.abs(ax * dy - ay * dx);
    if (node === from || ahead <= 0 || aside > ahead * 2) return;
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [node, distance];
  });
  return best;
}
