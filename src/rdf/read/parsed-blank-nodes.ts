/** Blank nodes out of parsers that label them as they please: the same document must read the same each time. */
import { type Quad, terms } from '../terms.ts';

/**
 * Terms for parsers that make up labels of blank nodes, and may hit on one that the document has. JSON-LD's says null
 * for "no datatype". @param nameless gathers the labels that were made up.
 */
export function factoryFor(nameless: Set<string>): object {
  return {
    ...terms,
    literal: (value: string, kind: string | null) => terms.literal(value, kind ?? undefined),
    blankNode: (label?: string) => {
      if (label !== undefined) return terms.blankNode(`named.${label}`);
      const madeUp = `nameless.${nameless.size}`;
      nameless.add(madeUp);
      return terms.blankNode(madeUp);
    },
  };
}

/** All quads of a parser's stream. */
export async function collectQuads(stream: AsyncIterable<unknown>): Promise<Quad[]> {
  const quads: Quad[] = [];
  for await (const quad of stream) quads.push(quad as Quad);
  return quads;
}

/** Relabels blank nodes by first occurrence, so that a document reads the same each time. */
export function scopeBlankNodes(quads: readonly Quad[], scope: string): Quad[] {
  const labels = new Map<string, string>();
  const scoped = <T extends { termType: string; value: string }>(term: T): T => {
    if (term.termType !== 'BlankNode') return term;
    const label = labels.get(term.value) ?? `${scope}${labels.size}`;
    labels.set(term.value, label);
    return terms.blankNode(label) as unknown as T;
  };
  return quads.map((quad) =>
    terms.quad(scoped(quad.subject), quad.predicate, scoped(quad.object), scoped(quad.graph)),
  );
}
