/** Everybody answers for a while before anybody is measured: what is compiled on the way, is compiled then. */
import { ask } from './ask.ts';
import type { RunningSystem } from './systems/system.ts';
import type { BenchQuery } from './workload.ts';

const SECONDS = 5;
const TIMEOUT_MS = 60_000;

/** Asks the selective queries in turn. */
export async function warmUp(
  { endpoint }: RunningSystem,
  queries: readonly BenchQuery[],
): Promise<void> {
  const texts = queries
    .filter(({ group }) => group === 'selective')
    .flatMap((query) => query.texts);
  const endMs = performance.now() + SECONDS * 1000;
  for (let index = 0; performance.now() < endMs && texts.length > 0; index += 1)
    await ask(endpoint, texts[index % texts.length] as string, { timeoutMs: TIMEOUT_MS });
}
