/** Bodies of requests, up to a length, as text. */
import type { RequestContext } from './request-context.ts';
import { HttpError } from './problem.ts';

/** @throws {HttpError} 413 for a body that is longer. */
export async function readBytes(
  { raw, header }: RequestContext,
  { most, what }: { readonly most: number; readonly what: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLong = () =>
    new HttpError(413, `the ${what} is longer than ${most} bytes: make it shorter`, {
      limit: most,
    });
  if (Number(header('content-length') ?? 0) > most) throw tooLong();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of raw.body ?? []) {
    length += chunk.length;
    if (length > most) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** @throws {HttpError} 400 for what is no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpError(400, 'the body is not UTF-8');
  }
}

export interface ContentType {
  /** In lower case, without parameters; empty where there is none. */
  readonly type: string;
  readonly charset: string | undefined;
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-8.3 */
export function readContentType(header: string | undefined): ContentType {
  const [type = '', ...parameters] = (header ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return { type, charset: charset?.slice('charset='.length).replaceAll('"', '') };
}

/** @throws {HttpError} 415 for a charset that is not UTF-8. */
export function requireUtf8({ charset }: ContentType): void {
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
    throw new HttpError(415, `the charset ${charset} is not read here: send UTF-8`);
}
