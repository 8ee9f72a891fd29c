/** Selectors are compared with the text character by character: a table over a small invented text. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { openFolder } from '../support/open-folder.ts';
import { checkPublication } from '../../src/shapes/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** An emoji is one character here and two in JavaScript: positions count code points. */
const TEXT = 'Owls 🦉 read 300 books, and 2,300 maps. Owls sleep.';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const dataWith = (selection: string, checksum = sha256(TEXT)) => `
  @prefix oa: <http://www.w3.org/ns/oa#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix schema: <https://schema.org/> .
  <https://owls.example/text> rdfs:label "text" ; schema:sha256 "${checksum}" .
  <https://owls.example/claim> rdfs:label "claim" ; rdfs:seeAlso [
    oa:hasSource <https://owls.example/text> ; ${selection} ] .`;

const position = (start: number, end: number) => `oa:start ${start} ; oa:end ${end}`;
const quote = (exact: string) => `oa:hasSelector [ oa:exact "${exact}" ]`;
const range = (start: string, end: string) =>
  `oa:hasSelector [ oa:hasStartSelector [ oa:exact "${start}" ] ; oa:hasEndSelector [ oa:exact "${end}" ] ]`;
const at = (start: number, end: number) => `oa:hasSelector [ ${position(start, end)} ]`;

interface Case {
  readonly what: string;
  readonly selection: string;
  readonly summary: string;
  readonly messages: readonly string[];
}

const VERIFIED = { summary: '1 of 1 selector verified', messages: [] };
const FAILED = { summary: '0 of 1 selector verified' };

const CASES: readonly Case[] = [
  {
    what: 'takes the right words after a character of two units',
    selection: `${at(7, 15)} ; ${quote('read 300')}`,
    ...VERIFIED,
  },
  {
    what: 'takes first and last words',
    selection: `${at(0, 21)} ; ${range('Owls', 'books')}`,
    ...VERIFIED,
  },
  {
    what: 'takes a checksum without any words',
    selection: `${at(0, 4)} ; schema:sha256 "${sha256('Owls')}"`,
    ...VERIFIED,
  },
  {
    what: 'takes a figure that stands once as a whole number',
    selection: `oa:hasSelector [ ${position(7, 38)} ; oa:refinedBy [ oa:exact "300" ] ] ; ${range('read', 'maps.')}`,
    ...VERIFIED,
  },
  {
    what: 'says where the words really stand',
    selection: `${at(8, 16)} ; ${quote('read 300')}`,
    ...FAILED,
    messages: ['the text at [8, 16) is not the quoted one; these words stand at [7, 15)'],
  },
  {
    what: 'says that words stand nowhere',
    selection: `${at(0, 21)} ; ${range('Ducks', 'books')}`,
    ...FAILED,
    messages: [
      'the text at [0, 21) does not begin with "Ducks"; these words stand nowhere in the text',
    ],
  },
  {
    what: 'refuses a part that ends behind the text',
    selection: `${at(40, 99)} ; ${quote('Owls')}`,
    ...FAILED,
    messages: ['selects [40, 99) of a text of 50 characters'],
  },
  {
    what: 'refuses a part that ends before it starts',
    selection: `${at(5, 2)} ; ${quote('Owls')}`,
    ...FAILED,
    messages: ['selects [5, 2) of a text of 50 characters'],
  },
  {
    what: 'refuses words that stand twice as a figure',
    selection: `oa:hasSelector [ ${position(0, 50)} ; oa:refinedBy [ oa:exact "Owls" ] ] ; ${range('Owls', 'sleep.')}`,
    ...FAILED,
    messages: ['"Owls" stands 2 times in the text at [0, 50), not once'],
  },
  {
    what: 'refuses a checksum of other words',
    selection: `${at(0, 4)} ; schema:sha256 "${sha256('owls')}"`,
    ...FAILED,
    messages: ['the sha256 of the text at [0, 4) is not the one given'],
  },
  {
    what: 'refuses words without a position',
    selection: quote('Owls'),
    ...FAILED,
    messages: ['has no oa:TextPositionSelector, so its place is not certain'],
  },
];

async function selectorsOf(data: string) {
  const folder = await temporaryFolder({ 'owls.ttl': data });
  const publication = await openFolder(folder);
  const sources = [{ path: '/sources/text.txt', sha256: sha256(TEXT), text: TEXT }];
  const subject = { ...publication, languages: publication.about.languages };
  const { sections } = await checkPublication(subject, { sources });
  return sections.find(({ name }) => name === 'selectors');
}

it.each(CASES)('$what', async ({ selection, summary, messages }) => {
  expect(await selectorsOf(dataWith(selection))).toEqual({
    name: 'selectors',
    summary,
    wasRun: true,
    findings: messages.map((message) => ({
      severity: 'violation',
      subject: 'https://owls.example/claim',
      message,
    })),
  });
});

it('names the file whose text has been changed', async () => {
  const selection = `${at(0, 4)} ; ${quote('Owls')}`;
  expect(await selectorsOf(dataWith(selection, sha256('before')))).toEqual({
    name: 'selectors',
    summary: '0 of 1 selector verified',
    wasRun: true,
    findings: [
      {
        severity: 'violation',
        subject: 'https://owls.example/text',
        message: `/sources/text.txt is not the text that was read: its sha256 is ${sha256(TEXT)}, the data says ${sha256('before')}`,
      },
    ],
  });
});
