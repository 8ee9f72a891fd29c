/** Labels of IRIs, requested from the server in batches. Each IRI is requested once. */
import type { PageData } from '../page-data.ts';

export interface Label {
  /** In the reader's language if available. */
  readonly label?: string;
  readonly lang?: string;
  readonly kind: string;
  /** Its page on this site. */
  readonly href?: string;
}

/** Maximum number of IRIs in one request to the server. */
const MAX_BATCH = 200;
/** Maximum length of the parameters of a request. Some servers and proxies reject long URLs. */
const MAX_ADDRESS = 6000;

export interface Labels {
  /** Undefined for an IRI that is not loaded or has no label. */
  readonly of: (iri: string) => Label | undefined;
  /** Resolves when all are loaded. If a request fails, its IRIs have no label. */
  readonly load: (iris: Iterable<string>) => Promise<void>;
}

export function openLabels({ root, lang }: Pick<PageData, 'root' | 'lang'>): Labels {
  const loaded = new Map<string, Label>();
  /** The request of the batch that contains each IRI. */
  const requested = new Map<string, Promise<void>>();
  const loadBatch = async (batch: readonly string[]) => {
    const parameters = new URLSearchParams(batch.map((iri) => ['iri', iri]));
    if (lang !== null) parameters.set('lang', lang);
    try {
      const response = await fetch(`${root}labels.json?${parameters.toString()}`);
      if (!response.ok) return;
      const entries = (await response.json()) as Record<string, Label>;
      for (const [iri, entry] of Object.entries(entries)) loaded.set(iri, entry);
    } catch {
      // The table shows the IRIs. They are requested again on the next load.
      for (const iri of batch) requested.delete(iri);
    }
  };
  return {
    of: (iri) => loaded.get(iri),
    load: async (iris) => {
      const all = [...new Set(iris)];
      let last = Promise.resolve();
      for (const batch of batchesOf(all.filter((iri) => !requested.has(iri)))) {
        // One request at a time: labels have low priority.
        last = last.then(() => loadBatch(batch));
        for (const iri of batch) requested.set(iri, last);
      }
      for (const iri of all) await requested.get(iri);
    },
  };
}

function batchesOf(iris: readonly string[]): string[][] {
  const batches: string[][] = [];
  let length = 0;
  for (const iri of iris) {
    const own = encodeURIComponent(iri).length + '&iri='.length;
    if (own > MAX_ADDRESS) continue;
    length += own;
    const last = batches.at(-1);
    if (last && last.length < MAX_BATCH && length <= MAX_ADDRESS) last.push(iri);
    else {
      batches.push([iri]);
      length = own;
    }
  }
  return batches;
}
