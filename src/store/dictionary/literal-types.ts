/** The datatypes, language tags and text directions that literals have: few, so that a literal holds a number. */
import type { Literal } from '../../rdf/index.ts';
import { classOfDatatype, type LiteralClass } from './literal-value.ts';

export interface LiteralType {
  readonly datatype: string;
  readonly language: string;
  readonly direction: '' | 'ltr' | 'rtl';
}

const keyOf = ({ datatype, language, direction }: LiteralType): string =>
  `${language}--${direction}^${datatype}`;

/** Sorts types: plain literals by datatype, then tagged ones by language and direction. */
export const orderKeyOf = ({ datatype, language, direction }: LiteralType): string =>
  language === '' ? `0${datatype}` : `1${language} ${direction}`;

/** A table that grows while data is read. */
export class LiteralTypes {
  readonly types: LiteralType[];
  readonly classes: LiteralClass[];
  readonly #numbers = new Map<string, number>();

  constructor(types: readonly LiteralType[] = []) {
    this.types = [...types];
    this.classes = types.map(({ datatype }) => classOfDatatype(datatype));
    for (const [number, type] of types.entries()) this.#numbers.set(keyOf(type), number);
  }

  numberOf(type: LiteralType): number | undefined {
    return this.#numbers.get(keyOf(type));
  }

  intern(type: LiteralType): number {
    const key = keyOf(type);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.types.length;
      this.types.push(Object.freeze({ ...type }));
      this.classes.push(classOfDatatype(type.datatype));
      this.#numbers.set(key, number);
    }
    return number;
  }
}

export function typeOfLiteral(literal: Literal): LiteralType {
  const { direction } = literal as { direction?: '' | 'ltr' | 'rtl' | null };
  return {
    datatype: literal.datatype.value,
    language: literal.language,
    direction: direction ?? '',
  };
}
