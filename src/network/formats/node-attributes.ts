/** Attributes by name, for the formats that are JSON. Names are prefixed names or IRIs: none is a word of a format. */
import type { AttributeValue, Network, NetworkNode } from '../network.ts';

/** A function that writes a node's attributes as an object, in which label and type are first. */
export function attributeObjects({
  columns,
}: Network): (node: NetworkNode) => Record<string, AttributeValue> {
  const names = new Map(columns.map(({ property, name }) => [property, name]));
  return ({ label, type, attributes }) => ({
    label,
    ...(type !== undefined && { type }),
    ...Object.fromEntries(
      Array.from(attributes, ([property, value]) => [names.get(property) ?? property, value]),
    ),
  });
}

/** The items as the inside of a JSON array. */
export function* jsonItems<T>(
  items: readonly T[],
  toJson: (item: T) => unknown,
): Generator<string, void> {
  for (const [index, item] of items.entries())
    yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(toJson(item))}`;
}
