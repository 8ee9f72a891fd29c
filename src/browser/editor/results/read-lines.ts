/** Reads the lines of a streamed response. The first lines are stored, the rest are only counted. */

export interface LineLimits {
  readonly maxLines: number;
  readonly maxBytes: number;
}

/** Updated while a response is read. */
export interface Lines {
  /** The header line, if the format has one. */
  head: string | undefined;
  /** The stored lines after the header. */
  readonly stored: string[];
  /** The number of lines read after the header. */
  total: number;
}

const NEWLINE = 0x0a;

/**
 * Adds to `lines` until the response ends.
 * @param onChunk called after each chunk.
 * @throws the error of the stream if the response is interrupted. `lines` then has the lines read before.
 */
export async function readLines(
  body: ReadableStream<Uint8Array>,
  { maxLines, maxBytes, hasHead }: LineLimits & { readonly hasHead: boolean },
  { lines, onChunk }: { readonly lines: Lines; readonly onChunk: () => void },
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let open = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    const isHeadless = hasHead && lines.head === undefined;
    if (isHeadless || (lines.stored.length < maxLines && bytes <= maxBytes)) {
      const parts = (open + decoder.decode(value, { stream: true })).split('\n');
      open = parts.pop() ?? '';
      if (isHeadless) lines.head = parts.shift();
      lines.stored.push(...parts.slice(0, maxLines - lines.stored.length));
      lines.total += parts.length;
    } else {
      open = '';
      lines.total += countNewlines(value);
    }
    onChunk();
  }
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
