/** The client of the explorer API. Details of a node are requested once. */
import type { PageData } from './page-data.ts';

export interface Named {
  readonly iri: string;
  readonly label: string;
  readonly lang: string;
}

export interface NodeSummary extends Named {
  readonly kind: string;
  readonly type?: Named;
}

export type Direction = 'out' | 'in';

export interface LinkCount extends Named {
  readonly direction: Direction;
  readonly count: number;
}

export interface NodeDetails extends NodeSummary {
  readonly types: readonly Named[];
  readonly description?: { readonly text: string; readonly lang: string };
  readonly literals: readonly {
    readonly predicate: Named;
    readonly value: string;
    readonly lang: string;
    readonly datatype: string;
    readonly graphs: readonly string[];
  }[];
  readonly literalCount: number;
  readonly predicates: readonly LinkCount[];
  readonly morePredicates: number;
  readonly graphs: readonly Named[];
  /** URL of its page, if it has one. */
  readonly page?: string;
}

export interface EdgeView {
  readonly source: string;
  readonly target: string;
  readonly predicate: string;
  readonly label: string;
  readonly lang: string;
  readonly graphs: readonly string[];
}

export interface Subgraph {
  readonly nodes: readonly NodeSummary[];
  readonly edges: readonly EdgeView[];
  readonly graphs: readonly Named[];
  readonly total: number;
  readonly isWhole: boolean;
}

export interface Found extends Named {
  readonly kind?: string;
  readonly type?: { readonly iri: string; readonly label: string };
}

export interface LinkSelector {
  readonly node: string;
  readonly predicate: string;
  readonly direction: Direction;
}

/** Neighbours on one page. */
export const PAGE_SIZE = 50;

/** An error response, with the message of the server. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export class GraphApi {
  readonly #data: PageData;
  readonly #details = new Map<string, Promise<NodeDetails>>();

  constructor(data: PageData) {
    this.#data = data;
  }

  async startNodes(): Promise<readonly NodeSummary[]> {
    const { nodes } = await this.#get<{ readonly nodes: readonly NodeSummary[] }>(
      'explore/start.json',
      {},
    );
    return nodes;
  }

  details(iri: string): Promise<NodeDetails> {
    let found = this.#details.get(iri);
    if (!found) {
      found = this.#get<NodeDetails>('explore/node.json', { iri });
      found.catch(() => this.#details.delete(iri));
      this.#details.set(iri, found);
    }
    return found;
  }

  neighbours({ node, predicate, direction }: LinkSelector, page: number): Promise<Subgraph> {
    return this.#get('explore/neighbours.json', {
      iri: node,
      predicate,
      direction,
      offset: String(page * PAGE_SIZE),
      limit: String(PAGE_SIZE),
    });
  }

  dataset(): Promise<Subgraph> {
    return this.#get('explore/whole.json', {});
  }

  /** The summaries of nodes, and all links between them. */
  async links(iris: readonly string[]): Promise<Subgraph> {
    const response = await fetch(this.#address('explore/links.json', {}), {
      method: 'POST',
      body: JSON.stringify({ iris }),
    });
    return readJson(response);
  }

  /** The graph of a CONSTRUCT or DESCRIBE query. Its response has no kinds, so they are requested separately. */
  async query(query: string): Promise<Subgraph> {
    const network = await this.#get<Network>('sparql', { query, format: 'graphology' });
    const subgraph = await this.links(network.nodes.map(({ key }) => key));
    const summaries = new Map(subgraph.nodes.map((node) => [node.iri, node]));
    return {
      nodes: network.nodes.map(
        ({ key, attributes }) =>
          summaries.get(key) ?? { iri: key, label: attributes.label, lang: '', kind: 'none' },
      ),
      edges: network.edges.map(({ source, target, attributes }) => ({
        source,
        target,
        predicate: attributes.predicate,
        label: attributes.label,
        lang: '',
        graphs: [],
      })),
      graphs: [],
      total: network.nodes.length,
      isWhole: network.attributes.limits.length === 0,
    };
  }

  /** Undefined if the site has no search. */
  async search(text: string): Promise<readonly Found[] | undefined> {
    try {
      const { results } = await this.#get<{ readonly results: readonly Found[] }>('search', {
        q: text,
        format: 'json',
      });
      return results.filter(({ iri }) => typeof iri === 'string');
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  async #get<T>(path: string, parameters: Readonly<Record<string, string>>): Promise<T> {
    const headers = { accept: 'application/json' };
    return readJson(await fetch(this.#address(path, parameters), { headers }));
  }

  #address(path: string, parameters: Readonly<Record<string, string>>): string {
    const { root, lang } = this.#data;
    const all = new URLSearchParams({ ...parameters, ...(lang !== '' && { lang }) });
    return `${root}${path}${all.size > 0 ? `?${all.toString()}` : ''}`;
  }
}

interface Network {
  readonly attributes: { readonly limits: readonly string[] };
  readonly nodes: readonly {
    readonly key: string;
    readonly attributes: { readonly label: string };
  }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly attributes: { readonly label: string; readonly predicate: string };
  }[];
}

async function readJson<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as { readonly detail?: string };
  throw new ApiError(response.status, problem.detail ?? `${response.status}`);
}
