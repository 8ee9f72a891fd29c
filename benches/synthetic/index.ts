/** Synthetic releases of any size, the same ones each time. */
import { writeQuadsTo } from './quad-writer.ts';
import { seededRandom } from './random.ts';
import { writeRegister } from './register.ts';
import { claimName, QUADS_PER_RELEASE, releaseSlug, writeRelease } from './releases.ts';
import { thing } from './vocabulary.ts';

/** Things that queries with placeholders are asked about, by their kind, as N-Quads writes them. */
export type Samples = Readonly<Record<string, readonly string[]>>;

const SEED = 20_220_926;
const SAMPLES = 200;

/** Writes N-Quads to `path` until there are `quads` of them, and ends with the release that is being written. */
export function writeSyntheticReleases(
  path: string,
  quads: number,
): { quads: number; samples: Samples } {
  const out = writeQuadsTo(path);
  const random = seededRandom(SEED);
  const register = writeRegister(out, { random, releases: Math.ceil(quads / QUADS_PER_RELEASE) });
  let releases = 0;
  while (out.count < quads) writeRelease({ out, random, register }, releases++);
  out.close();
  const numbers = Array.from({ length: SAMPLES }, () => random.below(releases));
  const someOf = (things: readonly string[]) =>
    Array.from({ length: SAMPLES }, () => random.pick(things));
  return {
    quads: out.count,
    samples: {
      release: numbers.map((number) => thing('release', releaseSlug(number))),
      claim: numbers.map((number) => claimName(releaseSlug(number), random.below(12))),
      event: numbers.map((number) => thing('event', releaseSlug(number))),
      organization: someOf(
        register.organizations.slice(-Math.ceil(register.organizations.length / 2)),
      ),
      person: someOf(register.persons),
      place: someOf(register.places),
      topic: someOf(register.topics.slice(0, Math.ceil(register.topics.length / 5))),
      initiative: someOf(register.initiatives),
    },
  };
}
