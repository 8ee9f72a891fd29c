/** What an event stream is made of: the commits one after the other, or the present state alone. */
import { type Quad, terms } from '../../rdf/index.ts';
import { matchQuads, type TermId } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';
import type { Change, Version } from '../../publication/index.ts';

/** Members of one time. */
export interface StreamChapter {
  /** In the addresses of its pages. */
  readonly name: string;
  readonly time: Date;
  /** How many members there are. */
  readonly size: number;
  /** The commit of which it is; undefined for a state that is no commit. */
  readonly commit: string | undefined;
  readonly changes: (start: number, count: number) => readonly Change[];
  /** Statements that hold those about the resources of the changes. */
  readonly statements: (
    publication: Publication,
    changes: readonly Change[],
  ) => Promise<readonly Quad[]>;
}

interface Chapters {
  readonly chapters: readonly StreamChapter[];
  /** What a reader should know of the whole. */
  readonly note: string;
}

const MEMBERS_NOTE =
  'The members’ own dct:modified and dct:isVersionOf are left out, since the stream uses both.';

/** The history where there is one, or else the present. */
export async function streamChapters(publication: Publication): Promise<Chapters> {
  const { versions, isWhole } = await publication.versions.index();
  if (versions.length > 0) return chaptersOfHistory(versions, isWhole);
  return chaptersOfState(publication, (await publication.modified()) ?? new Date(0));
}

function chaptersOfHistory(versions: readonly Version[], isWhole: boolean): Chapters {
  const chapters = versions.map((version, number): StreamChapter => {
    const { commit, changes } = version;
    // The first version that we look at holds everything there was then, not only what its commit changed.
    const isState = number === 0 && !isWhole;
    return {
      name: isState ? `state-${commit.hash}` : commit.hash,
      time: commit.time,
      size: changes.length,
      commit: commit.hash,
      changes: (start, count) => changes.slice(start, start + count),
      statements: (publication) => publication.versions.statementsAt(version),
    };
  });
  const first = versions[0]?.commit;
  const start = isWhole
    ? 'from the first commit on'
    : `from commit ${first?.hash} on, with everything that was there then`;
  return {
    chapters: chapters.filter(({ size }) => size > 0),
    note: `Every resource that a commit to the folder changed, ${start}. Members hold what the files say; what rules derive and what is not yet committed is not among them. ${MEMBERS_NOTE}`,
  };
}

/** Everything that is said now, as of one time. */
function chaptersOfState({ dataset, version }: Publication, time: Date): Chapters {
  const [start, end] = dataset.dictionary.ranges.iris;
  const subjects = dataset.defaultIndex.order('spo');
  const ids: TermId[] = [];
  for (let id = start; id < end; id += 1)
    if (subjects.lower(id) < subjects.upper(id)) ids.push(id as TermId);
  const chapter: StreamChapter = {
    name: `state-${version}`,
    time,
    size: ids.length,
    commit: undefined,
    changes: (from, count) =>
      ids
        .slice(from, from + count)
        .map((id) => ({ iri: dataset.dictionary.textOf(id), kind: 'created' })),
    statements: async (publication, changes) => statementsNow(publication, changes),
  };
  return {
    chapters: [chapter],
    note: `Every resource as it is now, since the folder has no history that could be read. ${MEMBERS_NOTE}`,
  };
}

/** The triples about resources, and about the blank nodes that these lead to. */
function statementsNow({ dataset }: Publication, changes: readonly Change[]): Quad[] {
  const graph = terms.defaultGraph();
  const queue: Quad['subject'][] = changes.map(({ iri }) => terms.namedNode(iri));
  const seen = new Set<string>();
  const found: Quad[] = [];
  for (const subject of queue)
    for (const quad of matchQuads(dataset, { subject, graph })) {
      found.push(quad);
      if (quad.object.termType !== 'BlankNode' || seen.has(quad.object.value)) continue;
      seen.add(quad.object.value);
      queue.push(quad.object);
    }
  return found;
}
