/** Which base a publication has, and how what was read moves there. */
import { describe, expect, it } from 'vitest';
import { GraphpressError } from '../../src/errors.ts';
import { decideBase, PLACEHOLDER_BASE } from '../../src/publication/build/base-iri.ts';
import { readQuads } from '../support/read-quads.ts';

const VOID = '@prefix void: <http://rdfs.org/ns/void#> . @prefix o: <https://old.example/> .';
const DECLARED = `${VOID} o:d void:uriSpace "https://old.example/" . <https://other.example/a> o:p 1 . <https://other.example/b> o:p 1 .`;
const UNDECLARED =
  '<https://a.example/x> <p:p> 1 . <https://b.example/y> <p:p> 1 . <https://b.example/deep/z> <p:p> 1 . _:x <p:p> 1 .';
const RELATIVE = '<x> <p:p> 1 . <y> <p:p> 1 . <https://b.example/y> <p:p> 1 .';
const NAMELESS = '<x> <p:p> 1 . <urn:y> <p:p> 1 .';

const decide = async (text: string, asked?: string) =>
  decideBase(await readQuads(text, { baseIri: PLACEHOLDER_BASE }), asked);

const REMEDY = '(give void:uriSpace in data/dataset.ttl, or --base for another)';
type Moves = Readonly<Record<string, string>>;
type Row = readonly [string, string, string | undefined, string, Moves, string | undefined];

const ROWS: readonly Row[] = [
  [
    'is what the data declares',
    DECLARED,
    undefined,
    'https://old.example/',
    { [PLACEHOLDER_BASE]: 'https://old.example/' },
    undefined,
  ],
  [
    'is what was asked for, to which the declared one moves',
    DECLARED,
    'https://new.example/kg/',
    'https://new.example/kg/',
    {
      [PLACEHOLDER_BASE]: 'https://new.example/kg/',
      'https://old.example/': 'https://new.example/kg/',
    },
    undefined,
  ],
  [
    'stays where it is when it is asked for',
    DECLARED,
    'https://old.example/',
    'https://old.example/',
    { [PLACEHOLDER_BASE]: 'https://old.example/' },
    undefined,
  ],
  [
    'is the home of most subjects, and says so',
    UNDECLARED,
    undefined,
    'https://b.example/',
    { [PLACEHOLDER_BASE]: 'https://b.example/' },
    `took https://b.example/ as the base, the home of 2 of 4 subjects ${REMEDY}`,
  ],
  [
    'is what was asked for, to which the home of most subjects moves',
    UNDECLARED,
    'http://localhost:8080/',
    'http://localhost:8080/',
    {
      [PLACEHOLDER_BASE]: 'http://localhost:8080/',
      'https://b.example/': 'http://localhost:8080/',
    },
    undefined,
  ],
  [
    'does not count subjects without an address of their own',
    RELATIVE,
    undefined,
    'https://b.example/',
    { [PLACEHOLDER_BASE]: 'https://b.example/' },
    `took https://b.example/ as the base, the home of 1 of 3 subjects ${REMEDY}`,
  ],
  [
    'is a reserved name where no subject has an address',
    NAMELESS,
    undefined,
    'https://kg.example/',
    { [PLACEHOLDER_BASE]: 'https://kg.example/' },
    `took https://kg.example/ as the base, since no subject has a web address ${REMEDY}`,
  ],
  [
    'is what the data declares up to the last slash',
    DECLARED.replace('example/"', 'example/kg/def#"'),
    undefined,
    'https://old.example/kg/',
    { [PLACEHOLDER_BASE]: 'https://old.example/kg/' },
    undefined,
  ],
];

describe('the base', () => {
  it.each(ROWS)('%s', async (_, text, asked, base, moves, assumption) => {
    const decision = await decide(text, asked);
    expect({ ...decision, moves: Object.fromEntries(decision.moves) }).toEqual({
      base,
      moves,
      assumption,
    });
  });

  it.each([
    '',
    '/',
    'kg',
    'https://new.example',
    'https://new.example/kg',
    'https://new.example/kg/#',
    'ftp://a.example/',
    'https://',
    'https:///',
    'https://a b.example/',
    'https://a.example/?q=/',
    'urn:a/',
    '//a.example/',
  ])('cannot be "%s"', async (asked) => {
    const error: unknown = await decide(DECLARED, asked).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GraphpressError);
    expect({ code: (error as GraphpressError).code, message: (error as Error).message }).toEqual({
      code: 'base-iri',
      message: `"${asked}" is no base: give an http or https IRI that ends in a slash, like https://data.example.org/`,
    });
  });
});
