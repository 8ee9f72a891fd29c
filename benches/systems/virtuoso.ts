/** Virtuoso 7 as Debian packs it, where it is installed: a database of its own in a folder of the run, loaded in bulk. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, launch } from './launch.ts';
import type { RunningSystem, StartOptions } from './system.ts';

const SERVER = 'virtuoso-t';
const CLIENT = 'isql-vt';
/** Pages of 8 KiB: 4 GB, more than ten million quads need. */
const BUFFERS = 500_000;

/** Whether both programs can be run. */
export function isVirtuosoInstalled(): boolean {
  return [SERVER, CLIENT].every((program) => !spawnSync(program, ['-?']).error);
}

/** Starts a new database and loads the corpus into it; ready when that is done. */
export async function startVirtuoso({
  corpus,
  timeoutSeconds,
}: StartOptions): Promise<RunningSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'graphpress-virtuoso-'));
  const port = await freePort();
  const sqlPort = await freePort();
  const data = dirname(corpus.file);
  writeFileSync(
    join(folder, 'virtuoso.ini'),
    configuration({ data, port, sqlPort, timeoutSeconds }),
  );
  const statements = [
    `ld_dir('${data}', '*.nq', 'https://kg.example/graph/default');`,
    'rdf_loader_run();',
    'checkpoint;',
  ];
  const load = async () => {
    const login = [`localhost:${sqlPort}`, 'dba', 'dba'];
    await promisify(execFile)(CLIENT, [...login, `exec=${statements.join(' ')}`]);
  };
  const system = await launch({
    name: 'virtuoso',
    command: SERVER,
    args: ['+foreground', '+configfile', join(folder, 'virtuoso.ini')],
    cwd: folder,
    endpoint: `http://localhost:${port}/sparql`,
    prepare: load,
  });
  return {
    ...system,
    async stop() {
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Settings {
  readonly data: string;
  readonly port: number;
  readonly sqlPort: number;
  readonly timeoutSeconds: number;
}

/** https://docs.openlinksw.com/virtuoso/dbadm/ */
function configuration({ data, port, sqlPort, timeoutSeconds }: Settings): string {
  return `[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa

[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx

[Parameters]
ServerPort = ${sqlPort}
DirsAllowed = ., ${data}
NumberOfBuffers = ${BUFFERS}
MaxDirtyBuffers = ${Math.floor(BUFFERS * 0.75)}
SchedulerInterval = 10

[HTTPServer]
ServerPort = ${port}
ServerThreads = 20

[SPARQL]
ResultSetMaxRows = 10000000
MaxQueryExecutionTime = ${timeoutSeconds}
`;
}
