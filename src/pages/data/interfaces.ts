/** The interfaces of the site, each with an address and with snippets that run unchanged. */
import { rdf } from '../../rdf/index.ts';
import { savedQueryPath } from '../parts/links.ts';
import { shellWord } from './code-literals.ts';
import { curl, type SnippetRequest, type Snippets, snippetsOf } from './snippets.ts';

export const INTERFACE_NAMES = [
  'sparql',
  'saved-query',
  'dereference',
  'dumps',
  'search',
  'network',
  'graph-store',
  'catalogue',
  'memento',
  'ldes',
  'tpf',
  'linkset',
  'llms',
] as const;
export type InterfaceName = (typeof INTERFACE_NAMES)[number];

/** The values in the snippets: the URL of the site, and examples of its content. */
export interface InterfaceFacts {
  /** URL of the site, with a slash at its end. */
  readonly siteUrl: string;
  /** An example resource: its address, with parameters. */
  readonly example?:
    | {
        readonly url: string;
        readonly parameters?: Readonly<Record<string, string>>;
      }
    | undefined;
  /** A query with search results. */
  readonly searchText?: string | undefined;
  /** IRI of a named graph. */
  readonly graph?: string | undefined;
  /** Name of a saved SELECT query. */
  readonly query?: string | undefined;
  /** URL of the latest compressed dump in lines. */
  readonly dump?: string | undefined;
  /** A time for which there is a version. */
  readonly time?: Date | undefined;
}

export interface Interface {
  readonly name: InterfaceName;
  /** The path to open in a browser; undefined if there are only snippets. */
  readonly path: string | undefined;
  readonly snippets: Snippets;
}

const LINES = { accept: 'application/n-triples' } as const;
const named = (accept: string) => ({ Accept: accept });

/** A query that has an answer in every dataset. */
const FIRST_QUERY = `SELECT ?class (COUNT(?thing) AS ?things) WHERE {
  ?thing a ?class .
}
GROUP BY ?class
ORDER BY DESC(?things)
LIMIT 10`;

/** The available interfaces: versions need a history, saved queries a query. */
export function interfacesOf(facts: InterfaceFacts): Interface[] {
  const made: Readonly<Record<InterfaceName, Omit<Interface, 'name'> | undefined>> = {
    sparql: {
      path: 'sparql',
      snippets: querySnippets({
        url: `${facts.siteUrl}sparql`,
        parameters: { query: FIRST_QUERY },
      }),
    },
    'saved-query': facts.query === undefined ? undefined : savedQuery(facts.siteUrl, facts.query),
    dereference: facts.example && {
      path: undefined,
      snippets: {
        ...snippetsOf({
          ...facts.example,
          headers: named('application/ld+json'),
          answer: 'json',
        }),
        curl: curl({ ...facts.example, headers: named('text/turtle'), answer: 'lines' }),
      },
    },
    dumps:
      facts.dump === undefined ? undefined : { path: 'dumps/', snippets: dumpSnippets(facts.dump) },
    search:
      facts.searchText === undefined
        ? undefined
        : {
            path: 'search',
            snippets: snippetsOf({
              url: `${facts.siteUrl}search`,
              parameters: { q: facts.searchText, format: 'json' },
              answer: 'json',
            }),
          },
    network: { path: 'network.gexf', snippets: networkSnippets(facts.siteUrl) },
    'graph-store':
      facts.graph === undefined
        ? undefined
        : {
            path: undefined,
            snippets: snippetsOf({
              url: `${facts.siteUrl}graph`,
              parameters: { graph: facts.graph },
              headers: named(LINES.accept),
              answer: 'lines',
            }),
          },
    catalogue: { path: 'catalog.ttl', snippets: catalogueSnippets(facts.siteUrl) },
    memento:
      facts.example && facts.time
        ? {
            path: undefined,
            snippets: snippetsOf({
              ...facts.example,
              headers: { ...named(LINES.accept), 'Accept-Datetime': facts.time.toUTCString() },
              answer: 'lines',
            }),
          }
        : undefined,
    ldes: { path: 'ldes', snippets: streamSnippets(facts.siteUrl) },
    tpf: {
      path: 'tpf',
      snippets: snippetsOf({
        url: `${facts.siteUrl}tpf`,
        parameters: { predicate: rdf('type').value },
        headers: named(LINES.accept),
        answer: 'lines',
      }),
    },
    linkset: { path: 'linkset', snippets: linksetSnippets(facts.siteUrl) },
    llms: {
      path: 'llms.txt',
      snippets: snippetsOf({ url: `${facts.siteUrl}llms.txt`, answer: 'lines' }),
    },
  };
  return INTERFACE_NAMES.flatMap((name) => (made[name] ? [{ name, ...made[name] }] : []));
}

function savedQuery(siteUrl: string, name: string): Omit<Interface, 'name'> {
  const path = savedQueryPath(name);
  return { path, snippets: querySnippets({ url: siteUrl + path }) };
}

/** Tables are requested as CSV in the languages that read tables from CSV. */
function querySnippets(request: Pick<SnippetRequest, 'url' | 'parameters'>): Snippets {
  const asCsv = { ...request, headers: named('text/csv'), answer: 'lines' } as const;
  return {
    ...snippetsOf({
      ...request,
      headers: named('application/sparql-results+json'),
      answer: 'json',
      show: {
        Python:
          'for row in data["results"]["bindings"]:\n    values = [row.get(name, {}).get("value", "") for name in data["head"]["vars"]]\n    print(*values, sep="\\t")',
        R: '',
        JavaScript:
          'for (const row of data.results.bindings) {\n  const values = data.head.vars.map((name) => row[name]?.value ?? "");\n  console.log(values.join("\\t"));\n}',
      },
    }),
    curl: curl(asCsv),
    R: snippetsOf({
      ...asCsv,
      show: {
        Python: '',
        R: 'table <- read.csv(text = data, check.names = FALSE)\nprint(head(table))',
        JavaScript: '',
      },
    }).R,
  };
}

/** Downloads the file, then shows its beginning. */
function dumpSnippets(url: string): Snippets {
  const name = url.slice(url.lastIndexOf('/') + 1);
  return {
    curl: `curl -L -O ${shellWord(url)}\ngzip -dc ${shellWord(name)} | head -n 5`,
    Python: `import gzip
from urllib.request import urlopen

with urlopen(${JSON.stringify(url)}) as response:
    lines = gzip.decompress(response.read()).decode("utf-8").splitlines()

print(len(lines), "statements")
for line in lines[:5]:
    print(line)`,
    R: `download.file(${JSON.stringify(url)}, ${JSON.stringify(name)}, mode = "wb")
lines <- readLines(gzfile(${JSON.stringify(name)}), encoding = "UTF-8")

cat(length(lines), "statements\\n")
writeLines(head(lines, 5))`,
    JavaScript: `const response = await fetch(${JSON.stringify(url)});
const plain = response.body.pipeThrough(new DecompressionStream("gzip"));
const lines = (await new Response(plain).text()).trim().split("\\n");

console.log(lines.length, "statements");
for (const line of lines.slice(0, 5)) console.log(line);`,
  };
}

function networkSnippets(siteUrl: string): Snippets {
  return {
    ...snippetsOf({
      url: `${siteUrl}network.json`,
      answer: 'json',
      show: {
        Python: 'print(len(data["nodes"]), "nodes,", len(data["edges"]), "edges")',
        R: 'cat(NROW(data$nodes), "nodes,", NROW(data$edges), "edges\\n")',
        JavaScript: 'console.log(data.nodes.length, "nodes,", data.edges.length, "edges");',
      },
    }),
    curl: `curl -L -o network.gexf ${shellWord(`${siteUrl}network.gexf`)}`,
  };
}

function catalogueSnippets(siteUrl: string): Snippets {
  return {
    ...snippetsOf({
      url: `${siteUrl}catalog`,
      headers: named(LINES.accept),
      answer: 'lines',
      show: {
        Python: 'for line in data:\n    if "dcat#downloadURL" in line:\n        print(line)',
        R: 'writeLines(grep("dcat#downloadURL", data, value = TRUE, fixed = TRUE))',
        JavaScript:
          'for (const line of data)\n  if (line.includes("dcat#downloadURL")) console.log(line);',
      },
    }),
    curl: [
      curl({ url: `${siteUrl}catalog`, headers: named('text/turtle'), answer: 'lines' }),
      curl({ url: `${siteUrl}.well-known/void`, headers: named('text/turtle'), answer: 'lines' }),
    ].join('\n\n'),
  };
}

function streamSnippets(siteUrl: string): Snippets {
  return snippetsOf({
    url: `${siteUrl}ldes`,
    headers: named(LINES.accept),
    answer: 'lines',
    show: {
      Python: 'for line in data:\n    if "tree#node" in line:\n        print(line)',
      R: 'writeLines(grep("tree#node", data, value = TRUE, fixed = TRUE))',
      JavaScript: 'for (const line of data)\n  if (line.includes("tree#node")) console.log(line);',
    },
  });
}

function linksetSnippets(siteUrl: string): Snippets {
  return snippetsOf({
    url: `${siteUrl}linkset`,
    headers: named('application/linkset+json'),
    answer: 'json',
    show: {
      Python:
        'for links in data["linkset"]:\n    print(links["anchor"], [name for name in links if name != "anchor"])',
      R: 'print(data$linkset$anchor)',
      JavaScript:
        'for (const { anchor, ...links } of data.linkset)\n  console.log(anchor, Object.keys(links));',
    },
  });
}
