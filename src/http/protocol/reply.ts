/** The reply of a handler as plain data. */

export interface Reply {
  /** Default: 200. */
  readonly status?: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
}
