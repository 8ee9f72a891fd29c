/** An item as a mark in a drawing: its `label`, or the name of its first term; a link if it has a page. */
import type { Mark } from '../drawings/drawing.ts';
import { ownHref } from '../parts/links.ts';
import type { PageContext } from '../parts/site.ts';
import { type Item, type Items, textOf } from './items.ts';

export function markOf(item: Item, items: Items, context: PageContext): Mark {
  const { key } = item;
  const label = items.text(item, 'label') ?? textOf(key, context);
  if (key.termType !== 'NamedNode') return { label };
  return {
    label,
    href: ownHref(key.value, context.site),
    kind: context.kinds.get(key.value),
  };
}
