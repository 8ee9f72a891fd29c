/** Deterministic blank node labels for the output of parsers that generate random labels. */
import { type Quad, terms } from '../terms.ts';

/**
 * A data factory for parsers that generate labels of blank nodes, so that these never equal a label of the document.
 * The JSON-LD parser passes null for "no datatype". @param generated collects the generated labels.
 */
export function factoryFor(generated: Set<string>): object {
  return {
    ...terms,
    literal: (value: string, kind: string | null) => terms.literal(value, kind ?? undefined),
    blankNode: (label?: string) => {
      if (label !== undefined) return terms.blankNode(`named.${label}`);
      const newLabel = `generated.${generated.size}`;
      generated.add(newLabel);
      return terms.blankNode(newLabel);
    },
  };
}

/** All quads of a stream. */
export async function collectQuads(stream: AsyncIterable<unknown>): Promise<Quad[]> {
  const quads: Quad[] = [];
  for await (const quad of stream) quads.push(quad as Quad);
  return quads;
}

/** Relabels blank nodes by first occurrence, so that the labels of a document are deterministic. */
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
