/** Positions of a sample of a range: at equal distances, so that it is deterministic and covers the range. */
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
  for (let index = 0; index < size; index += 1) yield start + Math.floor((index * length) / size);
}
