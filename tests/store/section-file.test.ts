/** Files of columns: what was written is read, and what is not whole is told apart. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSectionFile, writeSectionFile } from '../../src/store/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder();
const path = join(folder, 'deep', 'a.snapshot');
const file = {
  key: 'state 1',
  tables: { graphs: [1, 2], name: '您' },
  sections: [
    Uint8Array.of(1, 2, 3),
    Uint16Array.of(65_535),
    Uint32Array.from({ length: 1000 }, (_, index) => index * 4_000_000),
    new Uint32Array(0),
    Float64Array.of(0.1, -Infinity, Number.NaN),
  ],
};
writeSectionFile(path, file);
const whole = await readFile(path);

/** The file with some bytes changed. */
async function damaged(change: (bytes: Buffer) => Buffer): Promise<string> {
  const other = join(folder, 'damaged.snapshot');
  await writeFile(other, change(Buffer.from(whole)));
  return other;
}

const flip = (at: number) => (bytes: Buffer) => {
  bytes[at] = (bytes[at] as number) ^ 0x10;
  return bytes;
};

describe('a file of columns', () => {
  it('gives back what was written, in memory that threads share', () => {
    const read = readSectionFile(path, file.key);
    if (!read || 'reason' in read) throw new Error('not read');
    expect(read).toEqual(file);
    expect(read.sections.every(({ buffer }) => buffer instanceof SharedArrayBuffer)).toBe(true);
  });

  it('is written beside itself first, and leaves nothing behind', async () => {
    writeSectionFile(path, { ...file, key: 'state 2' });
    expect(readSectionFile(path, 'state 2')).toMatchObject({ key: 'state 2' });
    writeSectionFile(path, file);
    expect(await readFile(path)).toEqual(whole);
  });

  it('that is not there is nothing', () => {
    expect(readSectionFile(join(folder, 'none'), file.key)).toBeUndefined();
  });

  it.each([
    ['of another state', (bytes: Buffer) => bytes, 'the folder has changed since', 'state 3'],
    ['of another layout', flip(7), 'it is of another version of this program'],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -500), 'it ends too early'],
    ['cut within its checksum', (bytes: Buffer) => bytes.subarray(0, -1), 'it ends too early'],
    ['empty', () => Buffer.alloc(0), 'it ends too early'],
    ['damaged in a column', flip(whole.length - 200), 'its checksum is wrong'],
    ['damaged in its checksum', flip(whole.length - 1), 'its checksum is wrong'],
    ['damaged in the length of its header', flip(11), 'its header is damaged'],
    ['damaged in its header', flip(12), 'its header is damaged'],
  ])('%s is not used', async (_, change, reason, key = file.key) => {
    expect(readSectionFile(await damaged(change), key)).toEqual({ reason });
  });
});
