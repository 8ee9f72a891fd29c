/** A system under test: a process of its own that answers SPARQL over HTTP. */
import type { Corpus } from '../corpus.ts';

export const SYSTEM_NAMES = ['graphpress', 'oxigraph', 'comunica', 'virtuoso'] as const;
export type SystemName = (typeof SYSTEM_NAMES)[number];

export interface RunningSystem {
  readonly name: SystemName | 'bare';
  /** Where it is asked. */
  readonly endpoint: string;
  /** From the start of the process to its first answer. */
  readonly readyMs: number;
  /** Resident memory of the process, and of those that it started. */
  memoryBytes(): number;
  /** Asks the process to end, and waits until it has. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly corpus: Corpus;
  /** Where the system can say so: how long a query may take. */
  readonly timeoutSeconds: number;
  readonly workers?: number | undefined;
}
