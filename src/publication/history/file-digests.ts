/** Digests of the statements of a file, one for each resource: equal digests mean equal statements. */
import { hash } from 'node:crypto';
import {
  type Quad,
  type RdfFormat,
  readRdf,
  type Term,
  termKey,
  voidVocabulary,
} from '../../rdf/index.ts';
import { PLACEHOLDER_BASE } from '../build/base-iri.ts';

/** The statements about a resource, blank nodes that they lead to included. */
export interface Digest {
  /** Sum of the hashes of the statements: independent of their order and of the file of each. */
  readonly sum: number;
  readonly statements: number;
}

export interface FileDigests {
  /** By IRI, as it was read against the placeholder of the base. */
  readonly subjects: ReadonlyMap<string, Digest>;
  /** The base that the file declares. */
  readonly uriSpace: string | undefined;
}

/** Sums stay exact below twice this. */
export const DIGEST_MODULUS: number = 2 ** 48;

/** @throws {RdfSyntaxError} at the first syntax error. */
export async function digestFile(text: string, format: RdfFormat): Promise<FileDigests> {
  const { quads } = await readRdf(text, {
    format,
    baseIri: PLACEHOLDER_BASE,
    blankNodeScope: '',
  });
  return digestQuads(quads);
}

function digestQuads(quads: readonly Quad[]): FileDigests {
  const ofBlankNodes = Map.groupBy(
    quads.filter(({ subject }) => subject.termType === 'BlankNode'),
    ({ subject }) => subject.value,
  );
  const known = new Map<string, number>();
  /** A blank node is represented by its statements, whatever its label. A cycle is cut where it closes. */
  const digestOf = (term: Term): number | string => {
    if (term.termType !== 'BlankNode') return termKey(term);
    const done = known.get(term.value);
    if (done !== undefined) return done;
    known.set(term.value, 0);
    const sum = (ofBlankNodes.get(term.value) ?? []).reduce(
      (total, quad) => (total + digestStatement(quad)) % DIGEST_MODULUS,
      1,
    );
    known.set(term.value, sum);
    return sum;
  };
  const digestStatement = ({ predicate, object }: Quad): number =>
    Number.parseInt(hash('sha1', `${predicate.value} ${digestOf(object)}`).slice(0, 12), 16);

  const subjects = new Map<string, Digest>();
  for (const quad of quads) {
    if (quad.subject.termType !== 'NamedNode') continue;
    const iri = quad.subject.value;
    const { sum, statements } = subjects.get(iri) ?? { sum: 0, statements: 0 };
    subjects.set(iri, {
      sum: (sum + digestStatement(quad)) % DIGEST_MODULUS,
      statements: statements + 1,
    });
  }
  const uriSpace = voidVocabulary('uriSpace');
  return {
    subjects,
    uriSpace: quads.find(({ predicate }) => predicate.equals(uriSpace))?.object.value,
  };
}
