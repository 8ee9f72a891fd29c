/** The distinct terms in the first position of an order. */
import type { Order, TermId } from '../../store/index.ts';

/** In the sequence of the order, each id once. */
export function* firstsOf(order: Order): Generator<TermId, void> {
  const { offsets, start, end } = order;
  if (offsets) {
    for (let id = 1; id + 1 < offsets.length; id += 1)
      if (offsets[id] !== offsets[id + 1]) yield id as TermId;
    return;
  }
  const buffer = new Uint32Array(1);
  for (let at = start; at < end; at = order.upper(buffer[0] as number)) {
    order.fillFirst(buffer, at, 1);
    yield buffer[0] as TermId;
  }
}
