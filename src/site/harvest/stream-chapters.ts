/** The parts of an event stream: one for each commit, or one for the current state. */
import { type Quad, terms } from '../../rdf/index.ts';
import { matchQuads, type TermId } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';
import type { Change, Version } from '../../publication/index.ts';

/** The members with the same time. */
export interface StreamChapter {
  /** The name in the URLs of its pages. */
  readonly name: string;
  readonly time: Date;
  /** The number of members. */
  readonly size: number;
  /** The commit; undefined for a state that is not a commit. */
  readonly commit: string | undefined;
  readonly changes: (start: number, count: number) => readonly Change[];
  /** Statements that include those about the resources of the changes. */
  readonly statements: (
    publication: Publication,
    changes: readonly Change[],
  ) => Promise<readonly Quad[]>;
}

interface Chapters {
  readonly chapters: readonly StreamChapter[];
  /** A note about the stream for its readers. */
  readonly note: string;
}

const MEMBERS_NOTE =
  'The members’ own dct:modified and dct:isVersionOf are left out, since the stream uses both.';

/** The commits of the history, else the current state. */
export async function streamChapters(publication: Publication): Promise<Chapters> {
  const { versions, isWhole: isComplete } = await publication.versions.index();
  if (versions.length > 0) return chaptersOfHistory(versions, isComplete);
  return chaptersOfState(publication, (await publication.modified()) ?? new Date(0));
}

function chaptersOfHistory(versions: readonly Version[], isComplete: boolean): Chapters {
  const chapters = versions.map((version, number): StreamChapter => {
    const { commit, changes } = version;
    // If older commits were not read, the first version contains all resources, not only those that its commit changed.
    const isState = number === 0 && !isComplete;
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
  const start = isComplete
    ? 'from the first commit on'
    : `from commit ${first?.hash} on, with everything that was there then`;
  return {
    chapters: chapters.filter(({ size }) => size > 0),
    note: `Every resource that a commit to the folder changed, ${start}. Members hold what the files say; what rules derive and what is not yet committed is not among them. ${MEMBERS_NOTE}`,
  };
}

/** The current state, with one time for all members. */
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

/** The triples about resources, and about the blank nodes reachable from them. */
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
