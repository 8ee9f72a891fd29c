/** Text in pieces as a response body. */

/**
 * A stream of UTF-8. Its first pieces are made before this returns, so that an error shows as a status; one that
 * comes later aborts the connection, so that a partial answer never looks like a whole one.
 */
export async function streamText(
  pieces: AsyncIterable<string>,
): Promise<ReadableStream<Uint8Array>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const ahead: string[] = [];
  while (ahead.length < 2) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    ahead.push(value);
  }
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        let text = ahead.splice(0).join('');
        while (text.length < 16_384) {
          const { done, value } = await iterator.next();
          if (done === true) {
            if (text !== '') controller.enqueue(encoder.encode(text));
            controller.close();
            return;
          }
          text += value;
        }
        controller.enqueue(encoder.encode(text));
      } catch (error) {
        controller.error(error);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
