/** Saved queries: what their `#+` lines say, and where a mistake in them stands. */
import { describe, expect, it } from 'vitest';
import { GraphpressError } from '../../src/errors.ts';
import { readSavedQuery } from '../../src/queries/index.ts';

const PATH = 'queries/deep/q1-name.rq';

describe('a saved query', () => {
  it('has a title and a description by language, tags, and a text without its #+ lines', () => {
    const text = `#+ title:
#+   en: How many?
#+   zh-Hans: 多少？
#+ description: " of all "
#+ tags: [figures, 2022]

# of the release
SELECT (COUNT(*) AS ?n) { ?s ?p ?o } ORDER BY ?n
`;
    const { query, ...rest } = readSavedQuery(PATH, text);
    expect(rest).toEqual({
      name: 'q1-name',
      path: PATH,
      title: new Map([
        ['en', 'How many?'],
        ['zh-hans', '多少？'],
      ]),
      description: new Map([['', 'of all']]),
      tags: ['figures', '2022'],
      about: [],
      views: [],
      menu: undefined,
      columns: new Map(),
      filters: [],
      bareText: '# of the release\nSELECT (COUNT(*) AS ?n) { ?s ?p ?o } ORDER BY ?n\n',
    });
    expect({ form: query.form, isOrdered: query.isOrdered, text: query.text }).toEqual({
      form: 'select',
      isOrdered: true,
      text,
    });
  });

  it.each([
    ['takes the summary that grlc has for a title', '#+ summary: How many?', 'How many?'],
    ['prefers the title', '#+ summary: one\n#+ title: other', 'other'],
    ['is named after its file without a title', '# plain', 'q1-name'],
    ['is named after its file where the title is empty', '#+ title:', 'q1-name'],
    ['has a number for a title as it stands', '#+ title: 2022', '2022'],
    [
      'reads #+ lines that stand apart as one',
      '#+ title: >\n#+   How\n# note\n#+   many?',
      'How\nmany?',
    ],
  ])('%s', (_, header, title) => {
    const { title: found } = readSavedQuery(PATH, `${header}\nASK { }`);
    expect([...found]).toEqual([['', title]]);
  });

  it('has no description where nothing says so, and one tag for a single word', () => {
    const { description, tags } = readSavedQuery(PATH, '#+ tags: figures\nASK { }');
    expect({ description, tags }).toEqual({ description: new Map(), tags: ['figures'] });
  });

  it('says how it wants to be shown', () => {
    const header = [
      'PREFIX x: <https://x.example/>',
      '#+ about: [x:Letter, <https://y.example/Book>]',
      '#+ view: [strip, cards]',
      '#+ menu: { en: Letters, zh-Hans: 书信 }',
      '#+ columns: { who: { en: Sender } }',
      '#+ filters: [who, "?when"]',
      'SELECT ?who ?when { ?this x:from ?who ; x:at ?when }',
    ].join('\n');
    const { about, views, menu, columns, filters } = readSavedQuery(PATH, header);
    expect({ about, views, menu, columns, filters }).toEqual({
      about: ['https://x.example/Letter', 'https://y.example/Book'],
      views: ['strip', 'cards'],
      menu: new Map([
        ['en', 'Letters'],
        ['zh-hans', '书信'],
      ]),
      columns: new Map([['who', new Map([['en', 'Sender']])]]),
      filters: ['who', 'when'],
    });
  });
});

type Fault = readonly [
  what: string,
  text: string,
  code: string,
  line: number,
  column: number,
  message: string,
];

const FAULTS: readonly Fault[] = [
  [
    'a filter that is a parameter of every page',
    '#+ title: x\n#+ filters: [?page]\nASK { }',
    'query-header',
    2,
    1,
    'filters says "page", which is a parameter of every page: give the variable another name',
  ],
  [
    'a view that there is not',
    '#+ title: x\n#+ view: pie\nASK { }',
    'query-header',
    2,
    1,
    'there is no view "pie": write one of table, cards, bar, timeline, map, network, strip, figure, answer, source',
  ],
  [
    'a class whose prefix the query does not declare',
    '#+ about: x:Letter\nASK { }',
    'query-header',
    1,
    1,
    'about says "x:Letter", which is no class we can find: write <IRI>, or a name with a prefix that the query declares',
  ],
  [
    'a colon inside a title',
    '# note\n#+ tags: [a]\n#+ title: this: that\nASK { }',
    'query-header',
    3,
    11,
    'the #+ lines are not YAML: Nested mappings are not allowed in compact mappings',
  ],
  [
    'an open bracket in the header',
    'PREFIX e: <http://e/>\n#+ tags: [a, b\nASK { }',
    'query-header',
    3,
    1,
    'the #+ lines are not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'a header that is a list',
    '#+ - a\nASK { }',
    'query-header',
    1,
    1,
    'the #+ lines are no map: write "#+ title: …"',
  ],
  [
    'a header that is a text',
    '#+ hello\nASK { }',
    'query-header',
    1,
    1,
    'the #+ lines are no map: write "#+ title: …"',
  ],
  [
    'a query that is none',
    '#+ title: t\nASK {\n  ?s ?p }',
    'query-syntax',
    3,
    9,
    'line 3, column 9: "}" cannot stand here',
  ],
  [
    'a header without a query',
    '#+ title: t\n',
    'query-syntax',
    1,
    1,
    'line 1, column 1: there is no query in it',
  ],
];

describe('a file that is no saved query', () => {
  it.each(FAULTS)('says where and why for %s', (_, text, code, line, column, message) => {
    let error: unknown;
    try {
      readSavedQuery(PATH, text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(GraphpressError);
    const found = error as GraphpressError;
    expect({ code: found.code, message: found.message, details: found.details }).toMatchObject({
      code,
      message,
      details: { line, column },
    });
  });
});
