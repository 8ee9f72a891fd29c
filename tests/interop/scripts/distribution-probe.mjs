/** The register's probe on the endpoint and on files. Prints a line for each case: its name, a tab, "ok" or the mistake. */
import { Distribution } from '@lde/dataset';
import { probe } from '@lde/distribution-probe';

const [origin] = process.argv.slice(2);

const CASES = {
  'the endpoint': Distribution.sparql(new URL(`${origin}/sparql`)),
  'a graph as Turtle': new Distribution(new URL(`${origin}/graph/entities.ttl`), 'text/turtle'),
  'a graph as N-Quads': new Distribution(
    new URL(`${origin}/graph/entities.nq`),
    'application/n-quads',
  ),
};

for (const [name, distribution] of Object.entries(CASES))
  try {
    const result = await probe(distribution, { validateRdfContent: true });
    const isFine = result.isSuccess?.() ?? result.success ?? false;
    const failure = result.failureReason ?? result.error ?? result.statusText ?? 'no success';
    console.log(`${name}\t${isFine ? 'ok' : String(failure).split('\n')[0]}`);
  } catch (error) {
    console.log(`${name}\t${String(error.message).split('\n')[0]}`);
  }
process.exit(0);
