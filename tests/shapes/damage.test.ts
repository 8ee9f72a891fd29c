/** Damage done to a copy of this publication, one at a time, is found and named for what it is. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSources, type SourceTextFile } from '../../src/folder/index.ts';
import { openFolder } from '../support/open-folder.ts';
import { checkPublication, type CheckReport } from '../../src/shapes/index.ts';
import { REPOSITORY } from '../support/repository.ts';
import { lacksSources, sourcesOrThrow } from '../support/source-texts.ts';
import { copyOfPublication, temporaryFolder } from '../support/temporary-folder.ts';

const RELEASE = 'data/release/moe-en-20220926-664993.ttl';
const CLAIM = 'https://kg.example/id/claim/moe-en-20220926-664993';

/** A text that must stand once in a file, and what it becomes. */
interface Replacement {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

interface Damage {
  readonly what: string;
  readonly replace: readonly Replacement[];
  /** Every violation, as "section subject: message". Of an answer that changed too, the name alone. */
  readonly finds: readonly string[];
}

const BOUNDS =
  'The bounds fit the comparator. Exactly: both equal the value. More than: an excluded lower bound only. Nearly: an excluded upper bound only.';
const PRINTED_NUMBER =
  'The stated value is the whole number in the quoted figure, thousands separators aside.';
const PRINTED_WORD =
  'The word before the quoted number is one of the labels of the comparator; no word stands before an exact number.';

const DAMAGES: readonly Damage[] = [
  {
    what: 'a figure with two digits swapped',
    replace: [{ file: RELEASE, from: 'edu:statedValue 58 ;', to: 'edu:statedValue 85 ;' }],
    finds: [
      `shapes ${CLAIM}/c15: ${BOUNDS}`,
      `shapes ${CLAIM}/c15: ${PRINTED_NUMBER}`,
      'answers q04-all-figures',
      'answers q06-exact-figures',
      'answers q20-where-is-58',
    ],
  },
  {
    what: 'the same in its bounds too',
    replace: [
      { file: RELEASE, from: 'edu:statedValue 58 ;', to: 'edu:statedValue 85 ;' },
      {
        file: RELEASE,
        from: 'edu:lowerBound 58 ; edu:upperBound 58 ;',
        to: 'edu:lowerBound 85 ; edu:upperBound 85 ;',
      },
    ],
    finds: [
      `shapes ${CLAIM}/c15: ${PRINTED_NUMBER}`,
      'answers q04-all-figures',
      'answers q06-exact-figures',
      'answers q20-where-is-58',
    ],
  },
  {
    what: '"over 300" made exact, in its comparator alone',
    replace: [
      {
        file: RELEASE,
        from: 'edu:comparator edu:moreThan ; edu:statedValue 300 ;',
        to: 'edu:comparator edu:exactly ; edu:statedValue 300 ;',
      },
    ],
    finds: [
      `shapes ${CLAIM}/c39: ${BOUNDS}`,
      `shapes ${CLAIM}/c39: ${PRINTED_WORD}`,
      'answers q04-all-figures',
      'answers q06-exact-figures',
      'answers q24-high-level-exchange-results',
    ],
  },
  {
    what: '"over 300" made exact, in its bounds alone',
    replace: [
      {
        file: RELEASE,
        from: 'edu:lowerBound 300 ; edu:lowerExclusive true ;',
        to: 'edu:lowerBound 300 ; edu:upperBound 300 ;',
      },
    ],
    finds: [`shapes ${CLAIM}/c39: ${BOUNDS}`, 'answers q05-lower-bounds'],
  },
  {
    what: '"over 300" made exact, in comparator and bounds',
    replace: [
      {
        file: RELEASE,
        from: 'edu:comparator edu:moreThan ; edu:statedValue 300 ;',
        to: 'edu:comparator edu:exactly ; edu:statedValue 300 ;',
      },
      {
        file: RELEASE,
        from: 'edu:lowerBound 300 ; edu:lowerExclusive true ;',
        to: 'edu:lowerBound 300 ; edu:upperBound 300 ;',
      },
    ],
    finds: [
      `shapes ${CLAIM}/c39: ${PRINTED_WORD}`,
      'answers q04-all-figures',
      'answers q05-lower-bounds',
      'answers q06-exact-figures',
      'answers q24-high-level-exchange-results',
    ],
  },
  {
    what: 'an entity removed',
    replace: [{ file: 'data/entities.ttl', from: /agreement:cooperation a [^]*? \.\n\n/, to: '' }],
    finds: [
      `shapes ${CLAIM}/c39: Whatever a claim mentions has a label. Found https://kg.example/id/agreement/cooperation.`,
      'links https://kg.example/id/agreement/cooperation: is named in https://kg.example/graph/release/moe-en-20220926-664993 but described nowhere',
    ],
  },
  {
    what: 'the note removed that disputes a claim',
    replace: [
      {
        file: 'data/notes.ttl',
        from: /note:digital-conference-not-yet-held a [^]*? \.\n\n/,
        to: '',
      },
    ],
    finds: [
      `shapes ${CLAIM}/c48: A disputed claim has a note that assesses it and gives the reason.`,
      'answers q19-conferences-and-notes',
    ],
  },
  {
    what: 'the labels of an entity missing',
    replace: [
      {
        file: 'data/entities.ttl',
        from: 'skos:prefLabel "Guangdong"@en , "广东省"@zh-Hans ;',
        to: '',
      },
    ],
    finds: [
      'shapes https://kg.example/id/claim/background/in-china-guangdong: Whatever a claim mentions has a label. Found https://kg.example/id/place/guangdong.',
      ...['c21', 'c22', 'c23'].map(
        (claim) =>
          `shapes ${CLAIM}/${claim}: Whatever a claim mentions has a label. Found https://kg.example/id/place/guangdong.`,
      ),
      'shapes https://kg.example/id/place/guangdong: An English preferred label is required.',
      'shapes https://kg.example/id/place/guangdong: There is a Chinese label exactly if its status says where it comes from.',
      'labels https://kg.example/id/place/guangdong: has no label',
      'answers q15-greater-bay-area',
    ],
  },
  {
    what: 'the label missing in one language',
    replace: [
      {
        file: 'data/entities.ttl',
        from: 'skos:prefLabel "Guangdong"@en , "广东省"@zh-Hans ;',
        to: 'skos:prefLabel "Guangdong"@en ;',
      },
    ],
    finds: [
      'shapes https://kg.example/id/place/guangdong: There is a Chinese label exactly if its status says where it comes from.',
    ],
  },
  {
    what: 'an IRI that nothing describes',
    replace: [
      {
        file: 'data/entities.ttl',
        from: 'place:guangdong a schema:AdministrativeArea ;',
        to: 'place:guangdong a schema:AdministrativeArea ; schema:containedInPlace place:nowhere ;',
      },
    ],
    finds: [
      'links https://kg.example/id/place/nowhere: is named in https://kg.example/graph/entities but described nowhere',
    ],
  },
];

const DAMAGES_OF_QUOTES: readonly Damage[] = [
  {
    what: 'an offset shifted by one',
    replace: [
      { file: RELEASE, from: 'oa:start 2324 ; oa:end 2390', to: 'oa:start 2325 ; oa:end 2390' },
    ],
    finds: [
      `selectors ${CLAIM}/c39: the text at [2325, 2390) does not begin with "signed over 300"; these words stand at [2324, 2339)`,
      `selectors ${CLAIM}/c39: the sha256 of the text at [2325, 2390) is not the one given`,
    ],
  },
  {
    what: 'a figure changed wherever the data gives it, in its quotation too',
    replace: [
      { file: RELEASE, from: 'edu:statedValue 58 ;', to: 'edu:statedValue 85 ;' },
      {
        file: RELEASE,
        from: 'edu:lowerBound 58 ; edu:upperBound 58 ;',
        to: 'edu:lowerBound 85 ; edu:upperBound 85 ;',
      },
      { file: RELEASE, from: 'oa:exact "58" ]', to: 'oa:exact "85" ]' },
    ],
    finds: [
      `selectors ${CLAIM}/c15: "85" stands 0 times in the text at [879, 972), not once`,
      'answers q04-all-figures',
      'answers q06-exact-figures',
      'answers q20-where-is-58',
    ],
  },
];

/** A copy of the publication with something wrong in it. */
async function damage(replacements: readonly Replacement[]): Promise<string> {
  const folder = await copyOfPublication();
  for (const { file, from, to } of replacements) {
    const parts = (await readFile(join(folder, file), 'utf8')).split(from);
    if (parts.length !== 2)
      throw new Error(`"${String(from)}" stands ${parts.length - 1} times in ${file}, not once`);
    await writeFile(join(folder, file), parts.join(to));
  }
  return folder;
}

async function check(folder: string, sources?: readonly SourceTextFile[]): Promise<CheckReport> {
  const publication = await openFolder(folder);
  return checkPublication({ ...publication, languages: publication.about.languages }, { sources });
}

function violationsOf({ sections }: CheckReport): string[] {
  return sections.flatMap(({ name, findings }) =>
    findings
      .filter(({ severity }) => severity === 'violation')
      .map(({ subject, message }) =>
        name === 'answers' ? `${name} ${subject}` : `${name} ${subject}: ${message}`,
      ),
  );
}

describe('without the source text', () => {
  it.each(DAMAGES)('finds $what', async ({ replace, finds }) => {
    const report = await check(await damage(replace));
    // The order of the results of one resource is that of blank nodes, which has no meaning.
    expect({ conforms: report.conforms, violations: violationsOf(report).toSorted() }).toEqual({
      conforms: false,
      violations: finds.toSorted(),
    });
  });

  it('finds an expected row changed, and says which one came instead', async () => {
    const file = 'queries/expected/q03-partner-countries.csv';
    const report = await check(await damage([{ file, from: '181', to: '182' }]));
    const row = '| https://kg.example/def/edu#countries | 2012 | 2022 | 5';
    expect(report.sections.find(({ name }) => name === 'answers')).toEqual({
      name: 'answers',
      summary: '27 of 28 expected answers given; 11 queries without one',
      wasRun: true,
      findings: [
        {
          severity: 'violation',
          subject: 'q03-partner-countries',
          message: `does not give the expected answer; missing: 182 ${row}; unexpected: 181 ${row}`,
        },
      ],
    });
  });

  it('conforms undamaged, and says that no selector was verified', async () => {
    const report = await check(REPOSITORY);
    expect({ conforms: report.conforms, violations: violationsOf(report) }).toEqual({
      conforms: true,
      violations: [],
    });
    expect(report.sections.find(({ name }) => name === 'selectors')).toEqual({
      name: 'selectors',
      summary: '50 selectors not verified: give the folder of the source texts with --sources',
      wasRun: false,
      findings: [],
    });
  });
});

describe.skipIf(lacksSources)('with the source text', () => {
  it.each(DAMAGES_OF_QUOTES)('finds $what', async ({ replace, finds }) => {
    const report = await check(await damage(replace), await readSources(sourcesOrThrow()));
    expect({ conforms: report.conforms, violations: violationsOf(report) }).toEqual({
      conforms: false,
      violations: finds,
    });
  });

  it('finds a letter dropped from the text', async () => {
    const [source] = await readSources(sourcesOrThrow());
    if (!source) throw new Error('there is no source text');
    const name = basename(source.path);
    const changed = source.text.slice(0, 1000) + source.text.slice(1001);
    const folder = await temporaryFolder({ [name]: changed });
    const report = await check(REPOSITORY, await readSources(folder));
    const sha256 = createHash('sha256').update(changed).digest('hex');
    expect(report.conforms).toBe(false);
    expect(report.sections.find((section) => section.name === 'selectors')).toEqual({
      name: 'selectors',
      summary: '0 of 50 selectors verified',
      wasRun: true,
      findings: [
        {
          severity: 'violation',
          subject: 'https://kg.example/id/source/moe-en-20220926-664993',
          message: `${join(folder, name)} is not the text that was read: its sha256 is ${sha256}, the data says ${source.sha256}`,
        },
      ],
    });
  });

  it('conforms undamaged, with 50 of 50 selectors verified', async () => {
    const report = await check(REPOSITORY, await readSources(sourcesOrThrow()));
    expect({ conforms: report.conforms, violations: violationsOf(report) }).toEqual({
      conforms: true,
      violations: [],
    });
    expect(report.sections.find(({ name }) => name === 'selectors')).toEqual({
      name: 'selectors',
      summary: '50 of 50 selectors verified',
      wasRun: true,
      findings: [],
    });
  });
});
