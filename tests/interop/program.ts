/** Somebody else's program, driven against a running server. */

export interface Surroundings {
  /** "http://localhost:40123", where this repository is served. */
  readonly origin: string;
  /** The base that its data declares. */
  readonly base: string;
  /** A folder for files of the run. */
  readonly scratch: string;
}

export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  /** What went otherwise, on one line. */
  readonly detail?: string;
}

export interface Program {
  readonly name: string;
  /** Packages of Debian that it needs. */
  readonly debian?: readonly string[];
  /** Packages of npm that it needs, with versions, and what they must be told of each other. */
  readonly npm?: {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly overrides?: object;
  };
  /** What else it needs and is not there, as a sentence. */
  readonly missing?: () => string | undefined;
  readonly run: (surroundings: Surroundings) => Promise<readonly CaseResult[]>;
}

/** A case that passes if `check` does not throw. */
export async function check(name: string, run: () => Promise<void>): Promise<CaseResult> {
  try {
    await run();
    return { name, passed: true };
  } catch (error) {
    const [line = ''] = String((error as Error).message ?? error).split('\n');
    return { name, passed: false, detail: line };
  }
}

/** @throws {Error} that shows both, where the text does not hold what is expected. */
export function expectText(text: string, expected: RegExp): void {
  if (!expected.test(text))
    throw new Error(`${expected} is not in: ${text.trim().slice(0, 200).replaceAll('\n', ' ¶ ')}`);
}
