/**
 * Plans as data: each `.rq` file here is a query whose first line says which decision it shows, and the `.plan.txt`
 * beside it is what `explain` says of it, with the solutions that were expected and found. A new query gets its file
 * at the first run, but not where CI is set; `vitest run tests/plans -u` takes over what has changed.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withWellKnown } from '../../src/rdf/index.ts';
import { chunksOf, embeddedEngine, parseQuery, type ParsedQuery } from '../../src/sparql/index.ts';
import { datasetOf } from '../support/dataset-of.ts';

/**
 * A library of 1000 books: every second one by the same author, few with a prize, each on a shelf of a tree of
 * shelves, each citing the book before it. One graph holds the loans, one the notes of readers.
 */
function library(): string {
  const books = Array.from({ length: 1000 }, (_, n) => {
    const author = n % 2 === 0 ? 0 : n % 100;
    const facts = [
      'a e:Book',
      `e:title "Book ${n}"`,
      `e:author e:author${author}`,
      `e:year ${1900 + (n % 120)}`,
      `e:shelf e:shelf${n % 64}`,
      ...(n > 0 && n % 10 > 0 ? [`e:cites e:book${n - 1}`] : []),
      ...(n % 250 === 3 ? ['e:prize e:prize1'] : []),
      ...(n % 3 === 0 ? [`e:price ${(n % 40) + 0.5}`] : []),
    ];
    return `e:book${n} ${facts.join(' ; ')} .`;
  });
  const authors = Array.from(
    { length: 100 },
    (_, n) => `e:author${n} a e:Person ; e:name "Author ${n}" ; e:city e:city${n % 7} .`,
  );
  const shelves = Array.from(
    { length: 64 },
    (_, n) =>
      `e:shelf${n} a e:Shelf .${n > 0 ? ` e:shelf${n} e:below e:shelf${(n - 1) >> 1} .` : ''}`,
  );
  const loans = Array.from({ length: 40 }, (_, n) => `e:book${n * 7} e:lentTo e:reader${n % 5} .`);
  const notes = Array.from({ length: 15 }, (_, n) => `e:book${n} e:note "Note ${n}" .`);
  return [
    ...books,
    ...authors,
    ...shelves,
    `e:loans { ${loans.join(' ')} }`,
    `e:notes { ${notes.join(' ')} }`,
  ].join('\n');
}

const PREFIXES = withWellKnown(new Map([['e', 'http://e.example/']]));
const engine = embeddedEngine(await datasetOf(library()), {
  baseIri: 'http://e.example/',
  prefixes: PREFIXES,
});
const parse = (text: string): ParsedQuery => parseQuery(`PREFIX e: <http://e.example/>\n${text}`);

async function explanationOf(text: string): Promise<string> {
  let written = '';
  for await (const chunk of chunksOf(await engine.write({ query: parse(text) }, 'explain')))
    written += new TextDecoder().decode(chunk);
  return written;
}

const folder = import.meta.dirname;
const queries = globSync('*.rq', { cwd: folder }).toSorted();

describe('the plan of', () => {
  it.each(queries)('%s', async (file) => {
    const expected = `${folder}/${file.replace(/\.rq$/, '.plan.txt')}`;
    if (process.env['CI'] !== undefined && !existsSync(expected))
      throw new Error(
        `${file} has no plan beside it: run the tests once without CI, and look at it`,
      );
    await expect(
      await explanationOf(readFileSync(`${folder}/${file}`, 'utf8')),
    ).toMatchFileSnapshot(expected);
  });

  it('each file beside a query has that query', () => {
    const plans = globSync('*.plan.txt', { cwd: folder });
    expect(plans.filter((file) => !queries.includes(file.replace('.plan.txt', '.rq')))).toEqual([]);
  });
});

/** Whatever the plan: no operator may find more solutions than this. What a bad one would find stands beside it. */
const BOUNDS: readonly [what: string, query: string, most: number][] = [
  [
    'a ring of three, not 15,000 pairs of one shelf',
    'SELECT * { ?a e:shelf ?shelf . ?b e:shelf ?shelf . ?a e:cites ?b }',
    1000,
  ],
  [
    'a star that ends at a rare value, not 250,000 pairs of one author',
    'SELECT * { ?a e:author ?x . ?b e:author ?x . ?a e:prize ?p . ?b e:shelf e:shelf3 }',
    100,
  ],
  [
    'a chain from its selective end, not from 1000 books',
    'SELECT * { ?book e:title ?t . ?book e:cites ?b . ?b e:cites ?c . ?c e:prize e:prize1 }',
    10,
  ],
  [
    'a star of seven, never more than there are books',
    'SELECT * { ?b e:title ?t ; e:author ?x ; e:year ?y ; e:shelf ?s ; a e:Book . ?x e:name ?n ; e:city ?c }',
    1000,
  ],
  [
    'two books of one year, one of them with a prize, not 8000 pairs',
    'SELECT * { ?a e:year ?y . ?b e:year ?y . ?a e:prize ?p }',
    50,
  ],
  [
    'three OPTIONALs for four rows',
    'SELECT * { ?b e:prize ?p OPTIONAL { ?b e:title ?t } OPTIONAL { ?b e:year ?y } OPTIONAL { ?b e:note ?n } }',
    4,
  ],
  [
    'a UNION for four rows',
    'SELECT * { ?b e:prize ?p { ?b e:title ?x } UNION { ?b e:year ?x } UNION { ?b e:shelf ?x } }',
    12,
  ],
  [
    'a walk up from four shelves, not from all',
    'SELECT * { ?b e:prize ?p ; e:shelf/e:below* ?top }',
    30,
  ],
  ['a path between two ends', 'SELECT * { e:shelf40 e:below+ e:shelf0 }', 1],
  [
    'a range of a year and its neighbours, not 1000 books',
    'SELECT * { ?b e:year ?y ; e:title ?t FILTER(?y > 2016 && ?y < 2018) }',
    24,
  ],
  ['one page of a product of a million', 'SELECT * { ?a a e:Book . ?b a e:Book } LIMIT 10', 100],
  ['one page of a star', 'SELECT * { ?b a e:Book ; e:title ?t ; e:author ?x } LIMIT 10', 100],
  [
    'one page with what may be missing',
    'SELECT * { ?b a e:Book OPTIONAL { ?b e:note ?n } } LIMIT 10',
    100,
  ],
  [
    'books with a prize that were not lent, not all that were',
    'SELECT * { ?b e:prize ?p FILTER NOT EXISTS { ?b e:lentTo ?reader } }',
    4,
  ],
  [
    'two readers of one book, in a graph',
    'SELECT * { GRAPH ?g { ?b e:lentTo e:reader1 ; e:lentTo ?other } }',
    8,
  ],
];

describe('no operator finds more than it should of', () => {
  it.each(BOUNDS)('%s', async (_, query, most) => {
    const found = Array.from((await explanationOf(query)).matchAll(/(\d+) found/g), ([, n]) =>
      Number(n),
    );
    expect(found.length).toBeGreaterThan(1);
    expect(Math.max(...found)).toBeLessThanOrEqual(most);
  });
});
