/** Whether the quoted words are at the stated positions of the source text, compared by character. */
import { createHash } from 'node:crypto';
import { type CheckSection, count, type Finding } from './report.ts';
import { findSelections, type Quote, type Selection, sourceChecksums } from './selection.ts';
import type { CheckSubject, SourceText } from './subject.ts';

/** @param sources the source texts; undefined when none were given. */
export function checkSelectors(
  subject: CheckSubject,
  sources: readonly SourceText[] | undefined,
): CheckSection {
  const all = findSelections(subject.dataset);
  const verifiable = all.filter(isVerifiable);
  if (all.length === 0)
    return { name: 'selectors', summary: 'no selectors in the data', wasRun: false, findings: [] };
  if (sources === undefined)
    return {
      name: 'selectors',
      summary: `${count(verifiable.length, 'selector')} not verified: give the folder of the source texts with --sources`,
      wasRun: false,
      findings: [],
    };
  const checksums = sourceChecksums(subject.dataset);
  const texts = new Map<string, SourceText>();
  const findings: Finding[] = [];
  for (const source of new Set(all.map((selection) => selection.source))) {
    const text = findText(source, checksums.get(source), sources);
    if ('message' in text) findings.push(text);
    else texts.set(source, text);
  }
  let verified = 0;
  for (const selection of all) {
    const text = texts.get(selection.source);
    if (!text) continue;
    const faults = faultsOf(selection, codePoints(text.text));
    if (faults.length === 0 && isVerifiable(selection)) verified += 1;
    for (const message of faults)
      findings.push({ severity: 'violation', subject: selection.owner, message });
  }
  return {
    name: 'selectors',
    summary: `${verified} of ${count(verifiable.length, 'selector')} verified`,
    wasRun: true,
    findings,
  };
}

/** A position alone cannot be verified; quoted words or a checksum verify it. */
const isVerifiable = ({ quotes, ranges, sha256 }: Selection) =>
  quotes.length + ranges.length > 0 || sha256 !== undefined;

/** The file with the right checksum; a file of the right name with another one has been changed. */
function findText(
  source: string,
  sha256: string | undefined,
  sources: readonly SourceText[],
): SourceText | Finding {
  const violation = (message: string): Finding => ({
    severity: 'violation',
    subject: source,
    message,
  });
  if (sha256 === undefined)
    return violation('has no schema:sha256, so nothing proves which text is meant');
  const exact = sources.find((text) => text.sha256 === sha256);
  if (exact) return exact;
  const name = source.slice(source.lastIndexOf('/') + 1);
  const changed = sources.find(
    ({ path }) => path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') === name,
  );
  return violation(
    changed
      ? `${changed.path} is not the text that was read: its sha256 is ${changed.sha256}, the data says ${sha256}`
      : `no file with the sha256 ${sha256} among the source texts`,
  );
}

/** @param text as code points, in which positions count. */
function faultsOf(selection: Selection, text: readonly string[]): string[] {
  const { position, quotes, ranges, refinements, sha256 } = selection;
  if (!position) return ['has no oa:TextPositionSelector, so its place is not certain'];
  const { start, end } = position;
  if (
    !(
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      start >= 0 &&
      start < end &&
      end <= text.length
    )
  )
    return [`selects [${start}, ${end}) of a text of ${text.length} characters`];
  const selected = text.slice(start, end).join('');
  const before = text.slice(0, start).join('');
  const after = text.slice(end).join('');
  const at = `at [${start}, ${end})`;
  const faults: string[] = [];
  for (const quote of quotes)
    if (selected !== quote.exact || !surrounds(quote, before, after))
      faults.push(`the text ${at} is not the quoted one${hint(quote, text)}`);
  for (const range of ranges) {
    if (!selected.startsWith(range.start.exact))
      faults.push(
        `the text ${at} does not begin with "${range.start.exact}"${hint(range.start, text)}`,
      );
    if (!selected.endsWith(range.end.exact))
      faults.push(`the text ${at} does not end with "${range.end.exact}"${hint(range.end, text)}`);
    if (!surrounds({ ...range.start, suffix: '' }, before, after))
      faults.push(`"${range.start.prefix}" does not stand before the text ${at}`);
    if (!surrounds({ ...range.end, prefix: '' }, before, after))
      faults.push(`"${range.end.suffix}" does not stand after the text ${at}`);
  }
  for (const { exact } of refinements) {
    const times = countWords(selected, exact);
    if (times !== 1) faults.push(`"${exact}" stands ${times} times in the text ${at}, not once`);
  }
  if (sha256 !== undefined && createHash('sha256').update(selected).digest('hex') !== sha256)
    faults.push(`the sha256 of the text ${at} is not the one given`);
  return faults;
}

/** White space at the boundary is ignored, as browsers do when they search for these words. */
const surrounds = ({ prefix, suffix }: Quote, before: string, after: string) =>
  before.trimEnd().endsWith(prefix.trimEnd()) && after.trimStart().startsWith(suffix.trimStart());

/** The actual position of the words, if they occur in the text. */
function hint({ exact }: Quote, text: readonly string[]): string {
  const joined = text.join('');
  const found = joined.indexOf(exact);
  if (found === -1) return '; these words stand nowhere in the text';
  const start = codePoints(joined.slice(0, found)).length;
  return `; these words stand at [${start}, ${start + codePoints(exact).length})`;
}

/** The unit in which positions count. https://www.w3.org/TR/annotation-model/#text-position-selector */
const codePoints = (text: string): string[] => Array.from(text);

/** Complete words only: "300" does not match in "2,300". */
function countWords(text: string, words: string): number {
  const pattern = String.raw`(?<![\p{L}\p{N}]|\p{N}[.,])${RegExp.escape(words)}(?![\p{L}\p{N}]|[.,]\p{N})`;
  return [...text.matchAll(new RegExp(pattern, 'gu'))].length;
}
