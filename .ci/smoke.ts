/** Starts the site by `npm start` on a free port, asks it a query and an IRI, compares, and stops it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

const startedMs = performance.now();
const server = spawn('npm', ['start', '--', '--port', '0'], {
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const url = await addressOf(server.stdout);
  const query = await readFile('queries/q03-partner-countries.rq', 'utf8');
  const answer = await fetch(`${url}sparql?query=${encodeURIComponent(query)}`, {
    headers: { accept: 'text/csv' },
  });
  console.log(`start to first answer: ${((performance.now() - startedMs) / 1000).toFixed(2)} s`);
  const expected = await readFile('queries/expected/q03-partner-countries.csv', 'utf8');
  assert.equal((await answer.text()).replaceAll('\r\n', '\n'), expected);

  const thing = await fetch(`${url}id/org/unesco`, { headers: { accept: 'text/turtle' } });
  assert.equal(thing.status, 200);
  assert.equal(thing.url, `${url}doc/org/unesco`);
  assert.match(await thing.text(), /"联合国教科文组织"@zh-hans/);
  console.log('smoke: the endpoint and an IRI answer as they should');
} finally {
  // npm and the server it started are one process group of ours.
  process.kill(-(server.pid as number), 'SIGTERM');
}

/** The address that the server prints once it listens. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /^\s+(http:\/\/\S+\/)\s+home$/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('the server ended before it listened');
}
