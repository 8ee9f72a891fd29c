/** The triples of one graph in several orders, so that the matches of every pattern stand side by side. */
import type { TermId } from '../dictionary/term-dictionary.ts';
import { Order, type OrderName } from './order.ts';
import { basicOrder, patternRange } from './pattern-range.ts';

export interface PredicateStatistics {
  readonly triples: number;
  /** Different subjects and objects. */
  readonly subjects: number;
  readonly objects: number;
}

export class TripleIndex {
  readonly size: number;
  readonly #orders: Partial<Record<OrderName, Order>>;
  readonly #statistics = new Map<number, PredicateStatistics>();

  /** @param orders at least spo, pos and osp. */
  constructor(orders: Partial<Record<OrderName, Order>>) {
    this.#orders = orders;
    const { start, end } = this.order('spo');
    this.size = end - start;
  }

  has(name: OrderName): boolean {
    return this.#orders[name] !== undefined;
  }

  /** @throws {RangeError} for an order that this index does not keep. */
  order(name: OrderName): Order {
    const order = this.#orders[name];
    if (!order) throw new RangeError(`this index has no order ${name}`);
    return order;
  }

  /** How many triples match; 0 stands for any term. */
  count(subject: TermId, predicate: TermId, object: TermId): number {
    const { start, end } = patternRange(
      this,
      { subject, predicate, object },
      basicOrder({ subject, predicate, object }),
    );
    return end - start;
  }

  contains(subject: TermId, predicate: TermId, object: TermId): boolean {
    return this.count(subject, predicate, object) > 0;
  }

  /** Counted when first requested. */
  predicateStatistics(predicate: TermId): PredicateStatistics {
    let known = this.#statistics.get(predicate);
    if (!known) {
      known = this.#count(predicate);
      this.#statistics.set(predicate, known);
    }
    return known;
  }

  #count(predicate: TermId): PredicateStatistics {
    const byObject = this.order('pos');
    const from = byObject.lower(predicate);
    const to = byObject.upper(predicate);
    const objects = countRuns(byObject.second, from, to);
    const bySubject = this.#orders.pso;
    const subjects = bySubject
      ? countRuns(bySubject.second, bySubject.lower(predicate), bySubject.upper(predicate))
      : new Set(byObject.third.subarray(from, to)).size;
    return { triples: to - from, subjects, objects };
  }
}

function countRuns(column: Uint32Array, from: number, to: number): number {
  let runs = 0;
  for (let position = from; position < to; position += 1)
    if (position === from || column[position] !== column[position - 1]) runs += 1;
  return runs;
}

const NOTHING = new Uint32Array(0);

/** The index of no triples. */
export function emptyIndex(): TripleIndex {
  const order = (name: OrderName) =>
    new Order(name, { first: NOTHING, second: NOTHING, third: NOTHING });
  return new TripleIndex({ spo: order('spo'), pos: order('pos'), osp: order('osp') });
}
