/** Citations: made of what is known, and of nothing else. */
import { describe, expect, it } from 'vitest';
import {
  bibtex,
  type CitationFacts,
  citationText,
  cslJson,
} from '../../src/pages/data/citation.ts';

const WHOLE: CitationFacts = {
  titles: new Map([
    ['en', 'Lighthouses'],
    ['zh-hans', '灯塔'],
  ]),
  authors: [new Map([['', 'A. Keeper']]), new Map([['en', 'B. Lamp']])],
  publishers: [
    new Map([
      ['en', 'Harbour Press'],
      ['zh-hans', '港口出版社'],
    ]),
  ],
  issued: '2020-03',
  changed: '2026-11-24',
  version: '1.2',
  license: 'CC BY 4.0',
  address: 'https://sea.example/id/lighthouses',
};
const NOTHING: CitationFacts = {
  titles: new Map([['', 'folder']]),
  authors: [],
  publishers: [],
  issued: undefined,
  changed: undefined,
  version: 'abc',
  license: undefined,
  address: 'https://sea.example/',
};
const PUBLISHED: CitationFacts = { ...WHOLE, authors: [], issued: undefined };

describe('a citation', () => {
  it.each([
    [
      'of everything',
      WHOLE,
      'A. Keeper, B. Lamp (2020): Lighthouses [Data set]. Version 1.2, last changed 24 November 2026. Harbour Press. CC BY 4.0. https://sea.example/id/lighthouses',
      'A. Keeper，B. Lamp. 灯塔[DS/OL]. 版本 1.2. 港口出版社，2020(2026-11-24). CC BY 4.0. https://sea.example/id/lighthouses',
    ],
    [
      'without an author, of whom it is published by, in the year of its last change',
      PUBLISHED,
      'Harbour Press (2026): Lighthouses [Data set]. Version 1.2, last changed 24 November 2026. CC BY 4.0. https://sea.example/id/lighthouses',
      '港口出版社. 灯塔[DS/OL]. 版本 1.2. 2026(2026-11-24). CC BY 4.0. https://sea.example/id/lighthouses',
    ],
    [
      'of what says nothing of itself',
      NOTHING,
      'folder [Data set]. Version abc. https://sea.example/',
      'folder[DS/OL]. 版本 abc. https://sea.example/',
    ],
  ] as const)('%s', (_, facts, english, chinese) => {
    expect([citationText(facts, 'en'), citationText(facts, 'zh-hans')]).toEqual([english, chinese]);
  });

  it('is an entry for BibTeX, with what means something to TeX as itself', () => {
    expect(bibtex({ ...WHOLE, titles: new Map([['en', String.raw`50% \of {A_B} & ~C`]]) })).toBe(
      String.raw`@misc{lighthouses-2020,
  author       = {{A. Keeper} and {B. Lamp}},
  title        = {{50\% \textbackslash{}of \{A\_B\} \& \textasciitilde{}C}},
  year         = {2020},
  month        = {3},
  version      = {1.2},
  publisher    = {Harbour Press},
  howpublished = {Data set},
  note         = {CC BY 4.0},
  url          = {https://sea.example/id/lighthouses},
}`,
    );
    expect(bibtex(NOTHING)).toBe(
      `@misc{sea-example,
  title        = {{folder}},
  version      = {abc},
  howpublished = {Data set},
  url          = {https://sea.example/},
}`,
    );
  });

  it('is an item of CSL-JSON, with the date as precise as it is stated', () => {
    expect(JSON.parse(cslJson(WHOLE))).toEqual([
      {
        id: 'lighthouses-2020',
        type: 'dataset',
        title: 'Lighthouses',
        author: [{ literal: 'A. Keeper' }, { literal: 'B. Lamp' }],
        issued: { 'date-parts': [[2020, 3]] },
        publisher: 'Harbour Press',
        version: '1.2',
        note: 'CC BY 4.0',
        URL: 'https://sea.example/id/lighthouses',
      },
    ]);
    expect(JSON.parse(cslJson(NOTHING))).toEqual([
      {
        id: 'sea-example',
        type: 'dataset',
        title: 'folder',
        version: 'abc',
        URL: 'https://sea.example/',
      },
    ]);
  });
});
