/** The reply of a handler as plain data. */

export interface Reply {
  /** Default: 200. */
  readonly status?: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
}

/** 304: the client has the representation. https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5 */
export const notModified = (headers: Reply['headers']): Reply => ({
  status: 304,
  headers,
  body: null,
});
