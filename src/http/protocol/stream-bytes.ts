/** Chunks as a response body. */

/**
 * A stream that asks for chunks as they are read. An error aborts the connection, so that a partial answer never
 * looks like a whole one; a reader that leaves ends the work behind it.
 */
export function streamBytes(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(error);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
