/** A network as bytes. */
import type { NetworkFormat } from './formats.ts';
import type { Network } from '../network.ts';
import { EventLoopYield } from '../../event-loop.ts';

const CHUNK_CHARACTERS = 65_536;

/** In chunks of a size that suits a socket or a file; other work runs in between. */
export async function* writeNetwork(
  network: Network,
  format: NetworkFormat,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const pause = new EventLoopYield();
  let text = '';
  for (const part of format.write(network)) {
    await pause.yieldIfDue();
    if (typeof part !== 'string') {
      yield Buffer.from(part);
      continue;
    }
    text += part;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
