/** The constants with which an access to an index begins. */
import { type OrderName, POSITIONS_OF_ORDER } from '../../store/index.ts';
import type { PatternPlan } from './plan.ts';

/** The ids of the constants in the first positions of an order. */
export function prefixOf(pattern: PatternPlan, order: OrderName): number[] {
  const prefix: number[] = [];
  for (const position of POSITIONS_OF_ORDER[order]) {
    const term = pattern[position];
    if (term.kind !== 'constant') break;
    prefix.push(term.id);
  }
  return prefix;
}
