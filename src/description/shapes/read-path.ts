/** Property paths of shapes. https://www.w3.org/TR/shacl/#property-paths */
import { rdf, sh } from '../../rdf/index.ts';
import { type TermId, type GraphReader } from '../../store/index.ts';
import type { ShapePath } from './shape.ts';

const MAX_DEPTH = 6;

const WRAPPERS = [
  ['inverse', 'inversePath'],
  ['zeroOrMore', 'zeroOrMorePath'],
  ['oneOrMore', 'oneOrMorePath'],
  ['zeroOrOne', 'zeroOrOnePath'],
] as const;

export function readPath(reader: GraphReader, id: TermId, depth = 0): ShapePath {
  if (reader.isIri(id)) return { kind: 'property', iri: reader.store.dictionary.textOf(id) };
  if (!reader.isBlank(id) || depth > MAX_DEPTH) return { kind: 'unknown' };
  const inner = (one: TermId) => readPath(reader, one, depth + 1);
  for (const [kind, name] of WRAPPERS) {
    const [of] = reader.objects(id, sh(name));
    if (of !== undefined) return unknownIfPartial({ kind, of: inner(of) });
  }
  const [alternatives] = reader.objects(id, sh('alternativePath'));
  if (alternatives !== undefined)
    return unknownIfPartial({ kind: 'alternative', parts: reader.list(alternatives).map(inner) });
  return reader.objects(id, rdf('first')).length > 0
    ? unknownIfPartial({ kind: 'sequence', parts: reader.list(id).map(inner) })
    : { kind: 'unknown' };
}

/** A path with an unknown part is unknown. */
function unknownIfPartial(path: ShapePath): ShapePath {
  const parts = 'parts' in path ? path.parts : 'of' in path ? [path.of] : [];
  return parts.length === 0 || parts.some(({ kind }) => kind === 'unknown')
    ? { kind: 'unknown' }
    : path;
}
