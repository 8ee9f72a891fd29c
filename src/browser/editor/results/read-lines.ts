/** The lines of an answer as it comes: the first are kept, the rest are counted. */

export interface LineLimits {
  readonly maxLines: number;
  readonly maxBytes: number;
}

/** Grows while an answer is read. */
export interface Lines {
  /** The first line, where it names the columns. */
  head: string | undefined;
  /** Those after it that are kept. */
  readonly kept: string[];
  /** How many there are after it so far. */
  total: number;
}

const NEWLINE = 0x0a;

/**
 * Adds to `lines` until the answer ends.
 * @param onChunk told whenever something has come.
 * @throws what reading the answer does, where it is broken off; what came until then stands in `lines`.
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
    if (isHeadless || (lines.kept.length < maxLines && bytes <= maxBytes)) {
      const parts = (open + decoder.decode(value, { stream: true })).split('\n');
      open = parts.pop() ?? '';
      if (isHeadless) lines.head = parts.shift();
      lines.kept.push(...parts.slice(0, maxLines - lines.kept.length));
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
