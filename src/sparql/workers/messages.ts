/** What the pool and its workers say to each other. */
import type { StoreColumns } from '../../store/index.ts';
import type { PlainTerm } from '../results/terms.ts';

/** Given to a worker at its start; nothing of the store is copied. */
export interface WorkerData {
  readonly columns: StoreColumns;
  readonly baseIri: string;
  readonly prefixes: readonly (readonly [name: string, iri: string])[];
  readonly maxBytes: number;
  /** Patterns of the endpoints that SERVICE may ask. */
  readonly serviceAllow: readonly string[];
  /** Number of the job to be given up, by slot: job % length. */
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
      /** Whether it asks other endpoints. */
      readonly isFederated: boolean;
    }
  /** The reader wants another chunk. */
  | { readonly kind: 'pull'; readonly job: number }
  /** Nobody reads any more. */
  | { readonly kind: 'drop'; readonly job: number };

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
      /** Undefined for what nobody foresaw. */
      readonly code: string | undefined;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    };

/** Jobs whose cancellation can be told apart at one moment. */
export const CANCEL_SLOTS = 4096;
