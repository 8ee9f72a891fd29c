/**
 * A Linked Data Event Stream: each change of a resource is a member that never changes.
 * https://w3id.org/ldes/specification, https://w3id.org/tree/specification
 */
import {
  activity,
  dct,
  ldes,
  type Quad,
  rdf,
  type Term,
  terms,
  tree,
  xsd,
} from '../../rdf/index.ts';

export interface StreamMember {
  /** The IRI of this version of the resource. */
  readonly iri: string;
  readonly versionOf: string;
  readonly modified: Date;
  /** The statements about the resource, blank nodes included; undefined if it is deleted. */
  readonly statements: readonly Quad[] | undefined;
}

/** A page of members, as the root of the stream describes it. */
export interface StreamPage {
  readonly iri: string;
  /** The time of its oldest member. */
  readonly from: Date;
}

export interface StreamAddress {
  readonly stream: string;
  /** The URL of the root, which links to all pages. */
  readonly root: string;
}

const LDES_SPECIFICATION = 'https://w3id.org/ldes/specification';

/** Properties that describe a version, which statements of the members must not repeat. */
const PATHS: ReadonlySet<string> = new Set([dct('modified').value, dct('isVersionOf').value]);

const dateTime = (date: Date) => terms.literal(date.toISOString(), xsd('dateTime'));

/** The root of the stream: its description, and links to all pages. */
export function describeStream(
  address: StreamAddress,
  { pages, note }: { readonly pages: readonly StreamPage[]; readonly note: string },
): Quad[] {
  const stream = terms.namedNode(address.stream);
  const root = terms.namedNode(address.root);
  const relations = pages.flatMap(({ iri, from }, number) => {
    const relation = terms.blankNode(`relation${number}`);
    return [
      terms.quad(root, tree('relation'), relation),
      terms.quad(relation, rdf('type'), tree('GreaterThanOrEqualToRelation')),
      terms.quad(relation, tree('path'), dct('modified')),
      terms.quad(relation, tree('value'), dateTime(from)),
      terms.quad(relation, tree('node'), terms.namedNode(iri)),
    ];
  });
  return [
    ...aboutStream(address),
    terms.quad(stream, dct('conformsTo'), terms.namedNode(LDES_SPECIFICATION)),
    terms.quad(stream, dct('description'), terms.literal(note, 'en')),
    terms.quad(root, rdf('type'), tree('RootNode')),
    ...relations,
  ];
}

function aboutStream({ stream: iri, root }: StreamAddress): Quad[] {
  const stream = terms.namedNode(iri);
  return [
    terms.quad(stream, rdf('type'), ldes('EventStream')),
    terms.quad(stream, tree('view'), terms.namedNode(root)),
    terms.quad(stream, ldes('timestampPath'), dct('modified')),
    terms.quad(stream, ldes('versionOfPath'), dct('isVersionOf')),
    terms.quad(stream, ldes('versionDeletePath'), rdf('type')),
    terms.quad(stream, ldes('versionDeleteObject'), activity('Delete')),
  ];
}

/** One page of the stream. */
export function describeStreamPage(
  address: StreamAddress,
  page: string,
  members: readonly StreamMember[],
): Quad[] {
  const stream = terms.namedNode(address.stream);
  return [
    ...aboutStream(address),
    terms.quad(terms.namedNode(page), rdf('type'), tree('Node')),
    ...members.flatMap((member, number) => [
      terms.quad(stream, tree('member'), terms.namedNode(member.iri)),
      ...describeMember(member, `m${number}-`),
    ]),
  ];
}

/** @param scope prefix of the labels of its blank nodes, so that versions never share one. */
function describeMember(
  { iri, versionOf, modified, statements }: StreamMember,
  scope: string,
): Quad[] {
  const version = terms.namedNode(iri);
  const own = (term: Term): Term =>
    term.termType === 'BlankNode' ? terms.blankNode(scope + term.value) : term;
  const isOfMember = ({ subject }: Quad) =>
    subject.termType === 'NamedNode' && subject.value === versionOf;
  const memberStatements = (statements ?? [])
    .filter((quad) => !(isOfMember(quad) && PATHS.has(quad.predicate.value)))
    .map((quad) =>
      terms.quad(
        (isOfMember(quad) ? version : own(quad.subject)) as Quad['subject'],
        quad.predicate as Quad['predicate'],
        own(quad.object) as Quad['object'],
      ),
    );
  return [
    terms.quad(version, dct('isVersionOf'), terms.namedNode(versionOf)),
    terms.quad(version, dct('modified'), dateTime(modified)),
    ...(statements ? memberStatements : [terms.quad(version, rdf('type'), activity('Delete'))]),
  ];
}
