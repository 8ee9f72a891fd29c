/** The messages between the pool and its workers. */
import type { ErrorCode } from '../../errors.ts';
import type { StoreColumns } from '../../store/index.ts';
import type { PlainTerm } from '../results/terms.ts';

/** Start-up data of a worker. The columns are shared memory and are not copied. */
export interface WorkerData {
  readonly columns: StoreColumns;
  readonly baseIri: string;
  readonly prefixes: readonly (readonly [name: string, iri: string])[];
  readonly maxBytes: number;
  /** URL patterns of the endpoints that SERVICE may call. */
  readonly serviceAllow: readonly string[];
  /** Number of the cancelled job, by slot: job % length. */
  readonly cancelled: Int32Array;
}

export type ToWorker =
  | {
      readonly kind: 'start';
      readonly job: number;
      readonly text: string;
      readonly format: string;
      readonly bindings: readonly (readonly [name: string, value: PlainTerm])[];
      readonly defaultGraphs: readonly string[];
      readonly namedGraphs: readonly string[];
      readonly timeoutMs: number;
      readonly endpoint: string | undefined;
      /** Whether the query has SERVICE clauses for other endpoints. */
      readonly isFederated: boolean;
    }
  /** The consumer takes one more chunk. */
  | { readonly kind: 'pull'; readonly job: number }
  /** The consumer stopped reading. */
  | { readonly kind: 'cancel'; readonly job: number };

export type FromWorker =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'chunk';
      readonly job: number;
      readonly bytes: Uint8Array;
      readonly isLast: boolean;
    }
  | {
      readonly kind: 'error';
      readonly job: number;
      /** Undefined for an unexpected error. */
      readonly code: ErrorCode | undefined;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    };

/** Jobs that can be cancelled independently at one time. */
export const CANCEL_SLOTS = 4096;
