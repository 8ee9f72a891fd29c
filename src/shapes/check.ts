/** Everything that can be checked of a publication, one section after the other. */
import { checkAnswers } from './check-answers.ts';
import { checkLabels } from './check-labels.ts';
import { checkLinks } from './check-links.ts';
import { checkSelectors } from './check-selectors.ts';
import { checkShapes } from './check-shapes.ts';
import { type CheckReport, toReport } from './report.ts';
import type { CheckSubject, SourceText } from './subject.ts';

export interface CheckOptions {
  /** The texts to which selectors point, where they are available. */
  readonly sources?: readonly SourceText[] | undefined;
  readonly onProgress?: (step: string) => void;
}

export async function checkPublication(
  subject: CheckSubject,
  { sources, onProgress = () => {} }: CheckOptions = {},
): Promise<CheckReport> {
  const steps = {
    shapes: () => Promise.resolve(checkShapes(subject)),
    selectors: () => checkSelectors(subject, sources),
    links: () => checkLinks(subject),
    labels: () => checkLabels(subject),
    answers: () => checkAnswers(subject),
  };
  const sections = [];
  for (const [name, run] of Object.entries(steps)) {
    onProgress(`checking ${name}`);
    sections.push(await run());
  }
  return toReport(sections);
}
