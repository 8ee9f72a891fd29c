/** The queries that a reader has run, in this browser alone. Texts, never results. */

export interface PastQuery {
  readonly query: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

const MAX_QUERIES = 50;
/** Longer ones are not kept: all of it has to fit into what a browser keeps for a site. */
const MAX_LENGTH = 20_000;

export interface QueryHistory {
  /** The latest first. */
  readonly list: () => readonly PastQuery[];
  readonly add: (query: string, time: number) => void;
  readonly clear: () => void;
}

/** @param root path of the site: several may share a host. */
export function openHistory(root: string): QueryHistory {
  const key = `graphpress:queries:${root}`;
  // Where the browser keeps nothing, it lasts as long as the page.
  let queries = read(key);
  const write = (changed: readonly PastQuery[]) => {
    queries = changed;
    try {
      localStorage.setItem(key, JSON.stringify(changed));
    } catch {
      // Full, or forbidden.
    }
  };
  return {
    list: () => queries,
    add: (query, time) => {
      if (query.length > MAX_LENGTH) return;
      // Another page of the site may have added some.
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

/** What a list calls a query: its first line that asks something, or the comment before it. */
export function titleOfQuery(query: string): string {
  const lines = query.split('\n').map((line) => line.trim());
  const comment = lines.find((line) => /^#\s*\S/.test(line))?.replace(/^#+\s*/, '');
  const asking = lines.filter((line) => line !== '' && !/^(?:#|PREFIX\b|BASE\b)/i.test(line));
  return (comment ?? asking.join(' ')).slice(0, 120);
}
