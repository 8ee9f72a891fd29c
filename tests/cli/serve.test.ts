/** `graphpress serve`, as a process: it says where it is, answers there, and stops when asked to. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { runProcess, startProcess } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Served {
  readonly url: string;
  /** Everything it said before it was ready. */
  readonly greeting: string;
  /** Sends the signal and waits for the end. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

async function serve(...given: readonly string[]): Promise<Served> {
  const child = startProcess(['serve', '--port', '0', ...given]);
  running.push(child);
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('a started process has output');
  const complaint = text(stderr);
  let greeting = '';
  for await (const chunk of stdout) {
    greeting += String(chunk);
    if (greeting.includes('Ctrl-C stops.')) break;
  }
  const url = /^ {2}(http\S+) +home$/m.exec(greeting)?.[1];
  if (url === undefined) throw new Error(`it did not start: ${await complaint}`);
  return {
    url,
    greeting,
    stop: async (signal) => {
      const ended = once(child, 'close');
      child.kill(signal);
      const [code] = await ended;
      return code as number | null;
    },
  };
}

describe('on a free port', () => {
  it('serves this repository, and stops on SIGTERM with exit code 0', async () => {
    const { url, greeting, stop } = await serve();
    expect(url).toMatch(/^http:\/\/localhost:\d+\/$/);
    expect(greeting).toMatch(
      /^\d+ statements in \d+ graphs, 39 saved queries · version [0-9a-f]{16} /m,
    );
    expect(greeting).not.toContain('note:');

    const home = await fetch(url, { headers: { accept: 'text/html' } });
    expect([home.status, home.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const thing = await fetch(`${url}id/org/unesco`, { headers: { accept: 'text/turtle' } });
    expect([thing.url, thing.status, thing.headers.get('content-type')]).toEqual([
      `${url}doc/org/unesco`,
      200,
      'text/turtle; charset=utf-8',
    ]);
    const asked = await fetch(`${url}sparql?format=csv&query=ASK%7B%7D`);
    expect(await asked.text()).toBe('boolean\r\ntrue\r\n');
    const head = await fetch(`${url}doc/org/unesco`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);

    expect(await stop('SIGTERM')).toBe(0);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('says what it assumed of another folder, and stops on SIGINT', async () => {
    const folder = await temporaryFolder({
      'a.ttl': '<https://a.example/a> <https://a.example/b> "c" .',
    });
    const { url, greeting, stop } = await serve(folder);
    expect(greeting).toContain(
      '\nnote: took https://a.example/ as the base, the home of 1 of 1 subjects (give void:uriSpace in data/dataset.ttl, or --base for another)\n',
    );
    expect((await fetch(`${url}a`)).status).toBe(200);
    expect(await stop('SIGINT')).toBe(0);
  });

  it('serves below the path of its base', async () => {
    const folder = await temporaryFolder({
      'a.ttl': '<https://a.example/a> <https://a.example/b> "c" .',
    });
    const { url, stop } = await serve(folder, '--base', 'https://b.example/kg/');
    expect(new URL(url).pathname).toBe('/kg/');
    const response = await fetch(`${url}a`, { headers: { accept: 'application/n-triples' } });
    expect(await response.text()).toContain(
      '<https://b.example/kg/a> <https://b.example/kg/b> "c" .',
    );
    expect(await stop('SIGTERM')).toBe(0);
  });
});

it('says that a port is in use, and what to do', async () => {
  const other = createServer().listen(0, 'localhost');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  try {
    expect(await runProcess(['serve', '--port', String(port)])).toEqual({
      code: 1,
      stdout: '',
      stderr: `graphpress: port ${port} is in use: stop what uses it, or take another with --port\n`,
    });
  } finally {
    other.close();
  }
});

it('says that an address is none of this machine', async () => {
  const outcome = await runProcess(['serve', '--port', '0', '--host', '192.0.2.1']);
  expect(outcome).toEqual({
    code: 1,
    stdout: '',
    stderr: 'graphpress: 192.0.2.1 is no address of this machine: give another with --host\n',
  });
});
