/** The exploration state: the steps that load nodes, and the display options. An immutable value. */
import type { LinkSelector } from './graph-api.ts';

/** A step that adds nodes or links. Steps are applied in order. */
export type Step =
  | { readonly kind: 'add'; readonly node: string }
  | ({ readonly kind: 'expand'; readonly pages: number } & LinkSelector)
  | { readonly kind: 'connect' }
  | { readonly kind: 'dataset' }
  | { readonly kind: 'query'; readonly query: string };

export const LAYOUTS = ['force', 'circle', 'radial'] as const;
export type LayoutName = (typeof LAYOUTS)[number];

export interface ExplorationState {
  readonly steps: readonly Step[];
  /** Kinds and IRIs of classes that are not shown. */
  readonly hidden: readonly string[];
  /** Named graphs whose links are not shown. */
  readonly hiddenGraphs: readonly string[];
  /** Positions of nodes that layouts do not move. */
  readonly pinned: Readonly<Record<string, readonly [x: number, y: number]>>;
  readonly layout: LayoutName;
  readonly selected: string | undefined;
}

/** Maximum number of steps. Readers take fewer; a forged URL may contain more. */
export const MAX_STEPS = 300;

export const EMPTY_EXPLORATION: ExplorationState = {
  steps: [],
  hidden: [],
  hiddenGraphs: [],
  pinned: {},
  layout: 'force',
  selected: undefined,
};

export type Expansion = Step & { readonly kind: 'expand' };

export const expansionOf = (
  { steps }: ExplorationState,
  { node, predicate, direction }: LinkSelector,
): Expansion | undefined =>
  steps.find(
    (step): step is Expansion =>
      step.kind === 'expand' &&
      step.node === node &&
      step.predicate === predicate &&
      step.direction === direction,
  );

/** Adds the next page of these links. */
export function expand(exploration: ExplorationState, selector: LinkSelector): ExplorationState {
  const existing = expansionOf(exploration, selector);
  if (existing)
    return {
      ...exploration,
      steps: exploration.steps.map((step) =>
        step === existing ? { ...existing, pages: existing.pages + 1 } : step,
      ),
    };
  const { node, predicate, direction } = selector;
  return withStep(exploration, { kind: 'expand', node, predicate, direction, pages: 1 });
}

/** Removes these links. */
export function unexpand(exploration: ExplorationState, selector: LinkSelector): ExplorationState {
  const existing = expansionOf(exploration, selector);
  return { ...exploration, steps: exploration.steps.filter((step) => step !== existing) };
}

/** Removes all expansions of a node. */
export const collapse = (exploration: ExplorationState, node: string): ExplorationState => ({
  ...exploration,
  steps: exploration.steps.filter((step) => !(step.kind === 'expand' && step.node === node)),
});

export const isExpanded = ({ steps }: ExplorationState, node: string): boolean =>
  steps.some((step) => step.kind === 'expand' && step.node === node);

export const withStep = (exploration: ExplorationState, step: Step): ExplorationState =>
  exploration.steps.length >= MAX_STEPS
    ? exploration
    : { ...exploration, steps: [...exploration.steps, step] };

/** Adds an item to a list, or removes it if present. */
export const toggled = (list: readonly string[], item: string): string[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
