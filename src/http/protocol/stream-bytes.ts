/** Chunks as a response body. */

/**
 * A stream that pulls chunks as they are read. An error aborts the connection, so that a partial response never
 * appears complete; when the reader cancels, the computation ends.
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
