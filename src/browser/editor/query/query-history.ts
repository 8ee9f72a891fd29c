/** The history of queries that the reader has run, in local storage. It holds query texts and no results. */

export interface PastQuery {
  readonly query: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

const MAX_QUERIES = 50;
/** Maximum length of a stored query. The history must fit into the storage quota of the origin. */
const MAX_LENGTH = 20_000;

export interface QueryHistory {
  /** The most recent first. */
  readonly list: () => readonly PastQuery[];
  readonly add: (query: string, time: number) => void;
  readonly clear: () => void;
}

/** @param root path of the site: several sites may share an origin. */
export function openHistory(root: string): QueryHistory {
  const key = `graphpress:queries:${root}`;
  // Without storage the history lasts as long as the page.
  let queries = read(key);
  const write = (changed: readonly PastQuery[]) => {
    queries = changed;
    try {
      localStorage.setItem(key, JSON.stringify(changed));
    } catch {
      // The quota is exceeded, or storage is disabled.
    }
  };
  return {
    list: () => queries,
    add: (query, time) => {
      if (query.length > MAX_LENGTH) return;
      // Another tab of the site may have added queries.
      const stored = read(key);
      const others = (stored.length > 0 ? stored : queries).filter((one) => one.query !== query);
      write([{ query, time }, ...others].slice(0, MAX_QUERIES));
    },
    clear: () => write([]),
  };
}

/** The storage is untrusted: other scripts of the origin may have written it. */
function read(key: string): readonly PastQuery[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPastQuery).slice(0, MAX_QUERIES) : [];
  } catch {
    return [];
  }
}

function isPastQuery(value: unknown): value is PastQuery {
  if (typeof value !== 'object' || value === null) return false;
  const { query, time } = value as Partial<Record<keyof PastQuery, unknown>>;
  return typeof query === 'string' && query.length <= MAX_LENGTH && Number.isFinite(time);
}

/** The title of a query in a list: its first comment, else its text without PREFIX and BASE lines. */
export function titleOfQuery(query: string): string {
  const lines = query.split('\n').map((line) => line.trim());
  const comment = lines.find((line) => /^#\s*\S/.test(line))?.replace(/^#+\s*/, '');
  const content = lines.filter((line) => line !== '' && !/^(?:#|PREFIX\b|BASE\b)/i.test(line));
  return (comment ?? content.join(' ')).slice(0, 120);
}
