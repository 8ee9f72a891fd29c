/** `graphpress check`: finds what is wrong in a folder. */
import { styleText } from 'node:util';
import { readSources } from '../folder/index.ts';
import { stateOf } from '../library/index.ts';
import { pickLanguage, RDF_FORMATS, type RdfFormat, writeRdf } from '../rdf/index.ts';
import {
  checkPublication,
  type CheckReport,
  type CheckSection,
  type Finding,
  reportOf,
} from '../shapes/index.ts';
import { type Command, unknown, UsageError } from './command.ts';
import { BASE_FLAG, openFolder } from './open.ts';
import { showProgress } from './progress.ts';

/** The formats of a single graph. */
const FORMATS: readonly RdfFormat[] = RDF_FORMATS.filter(({ holdsGraphs }) => !holdsGraphs);

export const check: Command = {
  name: 'check',
  usage: '[FOLDER] [--sources DIR] [--json | --format NAME]',
  summary:
    'Check a folder: shapes, selectors, links, labels, expected answers. Exit code 1 on any violation.',
  maxPositionals: 1,
  flags: {
    sources: {
      value: 'DIR',
      summary: 'folder of the source texts (.txt) that the selectors point to',
    },
    json: { summary: 'print the report as JSON' },
    format: {
      value: 'NAME',
      summary: `print only the results of the shapes, as a sh:ValidationReport: ${FORMATS.map(({ name }) => name).join(', ')}`,
    },
    ...BASE_FLAG,
  },
  examples: [
    ['graphpress check', 'the folder you are in'],
    ['graphpress check --sources ../sources', 'quotes too, character by character'],
    ['graphpress check ~/my-graph --json', 'for a program'],
    ['graphpress check --format turtle', 'the results of the shapes as RDF'],
  ],
  async run({ positionals, flags }) {
    const format = flags['format'] === undefined ? undefined : readFormat(String(flags['format']));
    const sources =
      flags['sources'] === undefined ? undefined : await readSources(String(flags['sources']));
    await using opened = await openFolder(positionals[0], flags['base']);
    const publication = stateOf(opened);
    if (format) {
      const { conforms, quads } = reportOf(publication);
      process.stdout.write(await writeRdf(quads, format, publication.prefixes));
      return conforms ? 0 : 1;
    }
    const progress = showProgress();
    const subject = { ...publication, languages: publication.about.languages };
    const report = await checkPublication(subject, { sources, onProgress: progress.step });
    progress.end();
    const title = pickLanguage(publication.about.titles, ['en'])?.text ?? '';
    console.log(flags['json'] ? JSON.stringify(report, null, 2) : render(report, title));
    return report.conforms ? 0 : 1;
  },
};

/** @throws {UsageError} for an unknown name. */
function readFormat(name: string): RdfFormat {
  const format = FORMATS.find((one) => one.name === name);
  if (format) return format;
  throw new UsageError(
    unknown(
      'format',
      name,
      FORMATS.map((one) => one.name),
    ),
  );
}

function render({ sections, conforms }: CheckReport, title: string): string {
  const findings = sections.flatMap((section) => section.findings);
  const violations = findings.filter(({ severity }) => severity === 'violation').length;
  const warnings = findings.length - violations;
  const verdict = conforms
    ? styleText('green', 'Conforms.')
    : styleText(
        'red',
        `Does not conform: ${violations} ${violations === 1 ? 'violation' : 'violations'}.`,
      );
  const aside = warnings > 0 ? ` ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.` : '';
  return [title, '', ...sections.flatMap(renderSection), '', `${verdict}${aside}`].join('\n');
}

function renderSection(section: CheckSection): string[] {
  const { name, summary, findings } = section;
  return [`${mark(section)} ${name.padEnd(10)} ${summary}`, ...findings.map(renderFinding)];
}

function mark({ findings, wasRun }: CheckSection): string {
  if (findings.some(({ severity }) => severity === 'violation')) return styleText('red', '✗');
  if (findings.length > 0) return styleText('yellow', '!');
  return wasRun ? styleText('green', '✓') : styleText('dim', '–');
}

const COLOURS = { violation: 'red', warning: 'yellow', info: 'blue' } as const;

function renderFinding({ severity, subject, message, result }: Finding): string {
  const lines = [`    ${styleText(COLOURS[severity], severity)} ${subject}`, `      ${message}`];
  if (result) {
    const { path, constraint, shape } = result;
    const parts = [path && `path ${path}`, constraint, shape && `shape ${shape}`];
    lines.push(styleText('dim', `      ${parts.filter(Boolean).join(' · ')}`));
  }
  return lines.join('\n');
}
