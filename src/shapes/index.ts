/** The checks of `check`: SHACL shapes, selectors against sources, links, labels, expected answers. */
export { checkPublication } from './check.ts';
export { reportOf } from './check-shapes.ts';
export type { CheckReport, CheckSection, Finding } from './report.ts';
export type { CheckSubject, SourceText } from './subject.ts';
