/** A sample of a run: at equal distances, so that it is the same each time and has something of every part. */
import type { PatternRange } from '../../store/index.ts';

export function* positionsIn(
  { start, end }: Pick<PatternRange, 'start' | 'end'>,
  size: number,
): Generator<number> {
  const length = end - start;
  if (length <= size) {
    for (let position = start; position < end; position += 1) yield position;
    return;
  }
  for (let place = 0; place < size; place += 1) yield start + Math.floor((place * length) / size);
}
