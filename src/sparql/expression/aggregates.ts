/** Set functions over the values of one group. https://www.w3.org/TR/sparql11-query/#setFunctions */
import type { AggregateName } from '../algebra/algebra.ts';
import { add, divide } from './functions/operators.ts';
import { str } from './functions/terms.ts';
import { compareForOrder } from '../values/compare.ts';
import { integerValue, stringValue, type Value } from '../values/value.ts';

export interface Aggregate {
  /** Undefined is an error. */
  add(value: Value | undefined): void;
  /** Undefined is an error. */
  result(): Value | undefined;
}

export function createAggregate(
  name: AggregateName,
  { separator }: { readonly separator: string },
): Aggregate {
  switch (name) {
    case 'count':
      return new Count();
    case 'sum':
      return new Sum();
    case 'avg':
      return new Average();
    case 'min':
      return new Extreme(-1);
    case 'max':
      return new Extreme(1);
    case 'group_concat':
      return new GroupConcat(separator);
    case 'sample':
      return new Sample();
  }
}

class Count implements Aggregate {
  #count = 0;

  add(value: Value | undefined): void {
    if (value) this.#count += 1;
  }

  result(): Value {
    return integerValue(this.#count);
  }
}

/** One value that is no number makes the sum an error. */
class Sum implements Aggregate {
  #sum: Value | undefined = integerValue(0);

  add(value: Value | undefined): void {
    this.#sum = this.#sum && value && add(this.#sum, value);
  }

  result(): Value | undefined {
    return this.#sum;
  }
}

/** The mean of nothing is 0. https://www.w3.org/TR/sparql11-query/#defn_aggAvg */
class Average implements Aggregate {
  readonly #sum = new Sum();
  #count = 0;

  add(value: Value | undefined): void {
    this.#sum.add(value);
    this.#count += 1;
  }

  result(): Value | undefined {
    const sum = this.#sum.result();
    if (!sum || this.#count === 0) return sum;
    return divide(sum, integerValue(this.#count));
  }
}

class Extreme implements Aggregate {
  readonly #sign: number;
  #best: Value | undefined;
  #isError = false;

  constructor(sign: number) {
    this.#sign = sign;
  }

  add(value: Value | undefined): void {
    if (!value) this.#isError = true;
    else if (!this.#best || compareForOrder(value, this.#best) * this.#sign > 0) this.#best = value;
  }

  result(): Value | undefined {
    return this.#isError ? undefined : this.#best;
  }
}

class GroupConcat implements Aggregate {
  readonly #separator: string;
  readonly #texts: string[] = [];
  #isError = false;

  constructor(separator: string) {
    this.#separator = separator;
  }

  add(value: Value | undefined): void {
    const text = value && str(value);
    if (text?.kind === 'string') this.#texts.push(text.text);
    else this.#isError = true;
  }

  result(): Value | undefined {
    return this.#isError ? undefined : stringValue(this.#texts.join(this.#separator));
  }
}

class Sample implements Aggregate {
  #value: Value | undefined;

  add(value: Value | undefined): void {
    this.#value ??= value;
  }

  result(): Value | undefined {
    return this.#value;
  }
}
