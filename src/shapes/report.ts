/** What `check` finds: one section per kind of check, each with its findings. */

export interface Finding {
  /** A violation makes the check fail; a warning or an information does not. */
  readonly severity: 'violation' | 'warning' | 'info';
  /** What it concerns: an IRI, or the name of a saved query. */
  readonly subject: string;
  readonly message: string;
  /** The parts of a result of SHACL. */
  readonly result?: {
    readonly path: string | undefined;
    readonly value: string | undefined;
    readonly constraint: string;
    readonly shape: string | undefined;
    readonly severity: string;
  };
}

export interface CheckSection {
  readonly name: 'shapes' | 'selectors' | 'links' | 'labels' | 'answers';
  /** What was checked, with numbers: "50 of 50 selectors verified". */
  readonly summary: string;
  /** Whether the check could be run at all. */
  readonly wasRun: boolean;
  readonly findings: readonly Finding[];
}

export interface CheckReport {
  /** Whether there is no violation. */
  readonly conforms: boolean;
  readonly sections: readonly CheckSection[];
}

export function toReport(sections: readonly CheckSection[]): CheckReport {
  const findings = sections.flatMap((section) => section.findings);
  return { conforms: findings.every(({ severity }) => severity !== 'violation'), sections };
}

/** "1 shape", "24 shapes". */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
