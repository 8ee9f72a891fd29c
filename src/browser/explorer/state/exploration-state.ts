/** A picture: what was done to get it, and how it is looked at. A value; each change makes another one. */
import type { LinksWanted } from './graph-api.ts';

/** What brings nodes or links into the picture, in this order. */
export type Step =
  | { readonly kind: 'add'; readonly node: string }
  | ({ readonly kind: 'expand'; readonly pages: number } & LinksWanted)
  | { readonly kind: 'connect' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'query'; readonly query: string };

export const LAYOUTS = ['force', 'circle', 'radial'] as const;
export type LayoutName = (typeof LAYOUTS)[number];

export interface Picture {
  readonly steps: readonly Step[];
  /** Kinds and IRIs of classes that are not shown. */
  readonly hidden: readonly string[];
  /** Named graphs whose links are not shown. */
  readonly hiddenGraphs: readonly string[];
  /** Nodes that stay where they are. */
  readonly pinned: Readonly<Record<string, readonly [x: number, y: number]>>;
  readonly layout: LayoutName;
  readonly selected: string | undefined;
}

/** More steps than a person makes; a made-up address may have more. */
export const MAX_STEPS = 300;

export const EMPTY_PICTURE: Picture = {
  steps: [],
  hidden: [],
  hiddenGraphs: [],
  pinned: {},
  layout: 'force',
  selected: undefined,
};

export type Expansion = Step & { readonly kind: 'expand' };

export const expansionOf = (
  { steps }: Picture,
  { node, predicate, direction }: LinksWanted,
): Expansion | undefined =>
  steps.find(
    (step): step is Expansion =>
      step.kind === 'expand' &&
      step.node === node &&
      step.predicate === predicate &&
      step.direction === direction,
  );

/** With one more page of these links. */
export function expand(picture: Picture, wanted: LinksWanted): Picture {
  const known = expansionOf(picture, wanted);
  if (known)
    return {
      ...picture,
      steps: picture.steps.map((step) =>
        step === known ? { ...known, pages: known.pages + 1 } : step,
      ),
    };
  const { node, predicate, direction } = wanted;
  return withStep(picture, { kind: 'expand', node, predicate, direction, pages: 1 });
}

/** Without these links. */
export function unexpand(picture: Picture, wanted: LinksWanted): Picture {
  const known = expansionOf(picture, wanted);
  return { ...picture, steps: picture.steps.filter((step) => step !== known) };
}

/** Without anything that was opened from a node. */
export const collapse = (picture: Picture, node: string): Picture => ({
  ...picture,
  steps: picture.steps.filter((step) => !(step.kind === 'expand' && step.node === node)),
});

export const isExpanded = ({ steps }: Picture, node: string): boolean =>
  steps.some((step) => step.kind === 'expand' && step.node === node);

export const withStep = (picture: Picture, step: Step): Picture =>
  picture.steps.length >= MAX_STEPS ? picture : { ...picture, steps: [...picture.steps, step] };

/** In a list or not, the other way round. */
export const toggled = (list: readonly string[], item: string): string[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
