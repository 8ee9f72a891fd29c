/** Apache Jena: a client that offers an upgrade of the protocol with each request, and strict parsers. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../execute.ts';
import { check, expectText, type Program } from '../program.ts';

const JARS = '/usr/share/java';
/** Loggers of which only one may be there. */
const OTHER_LOGGERS =
  /log4j-over-slf4j|slf4j-(?:log4j12|simple|jdk14|jcl|migrator)|jcl-over|jul-to/;

export const jena: Program = {
  name: 'Jena (rsparql, riot, SERVICE)',
  debian: ['libapache-jena-java', 'default-jre-headless', 'unzip'],
  run: async ({ origin, scratch }) => {
    const classPath = await classPathOf(scratch);
    const java = async (main: string, args: readonly string[], input = '') => {
      const { stdout, stderr } = await execute('java', ['-cp', classPath, main, ...args], {
        input,
      });
      return stdout + stderr;
    };
    const endpoint = `${origin}/sparql`;
    const ask = (query: string) => java('arq.rsparql', ['--service', endpoint, query]);
    return [
      await check('SELECT', async () =>
        expectText(await ask('SELECT (COUNT(*) AS ?n) { ?s a ?c }'), /\| [1-9]\d* +\|/),
      ),
      await check('ASK', async () => expectText(await ask('ASK { ?s ?p ?o }'), /Ask => Yes/)),
      await check('CONSTRUCT', async () =>
        expectText(await ask('CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 2'), / a /),
      ),
      await check('SERVICE', async () =>
        expectText(
          await java('arq.sparql', [
            '--data',
            join(scratch, 'empty.ttl'),
            `SELECT * { SERVICE <${endpoint}> { ?s a <https://kg.example/def/edu#PressRelease> } }`,
          ]),
          /moe-en-20220926-664993/,
        ),
      ),
      ...(await Promise.all(
        // Not JSON-LD: Debian's Jena cannot read any, for want of a library; rdflib and Comunica read ours.
        (['ttl', 'rdf', 'nt', 'trig', 'nq'] as const).map((syntax) =>
          check(`riot finds nothing wrong in ${syntax}`, async () => {
            const input = await (await fetch(`${origin}/doc/org/moe.${syntax}`)).text();
            const name = {
              ttl: 'ttl',
              rdf: 'rdfxml',
              nt: 'nt',
              trig: 'trig',
              nq: 'nq',
            }[syntax];
            const said = await java('riotcmd.riot', ['--validate', `--syntax=${name}`, '-'], input);
            if (/ERROR|WARN/.test(said)) expectText(said, /^$/);
          }),
        ),
      )),
    ];
  },
};

/** Debian's jena-core has the messages of its XML parser in another folder than the parser looks in. */
async function classPathOf(scratch: string): Promise<string> {
  const within = 'org/apache/jena/ext/xerces';
  await execute('unzip', ['-qo', `${JARS}/jena-core.jar`, `${within}/*.properties`, '-d', scratch]);
  await execute('sh', ['-c', `mkdir -p classes && cp -r ${within} classes/ && : > empty.ttl`], {
    cwd: scratch,
  });
  const jars = readdirSync(JARS)
    .filter(
      (file) => file.endsWith('.jar') && !/-\d[\w.]*\.jar$/.test(file) && !OTHER_LOGGERS.test(file),
    )
    .map((file) => join(JARS, file));
  return [join(scratch, 'classes'), ...jars].join(':');
}
