/** Literals as attributes of nodes: one value per node and property, of one kind per property. */
import { type Literal, NAMESPACES, pickLanguage, xsd } from '../rdf/index.ts';
import type { AttributeValue, ColumnKind } from './network.ts';
import type { NodeDraft } from './network-draft.ts';
import type { EventLoopYield } from '../event-loop.ts';

/** Between several values of one property: visible, and rare in texts. */
export const VALUE_SEPARATOR = ' | ';

const TEXT_TYPES: ReadonlySet<string> = new Set([
  xsd('string').value,
  `${NAMESPACES.rdf}langString`,
  `${NAMESPACES.rdf}dirLangString`,
]);
const INTEGERS: ReadonlySet<string> = new Set(
  `integer long int short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger unsignedLong
   unsignedInt unsignedShort unsignedByte`
    .split(/\s+/)
    .map((name) => xsd(name).value),
);
const DOUBLES: ReadonlySet<string> = new Set(
  ['decimal', 'double', 'float'].map((name) => xsd(name).value),
);
const BOOLEAN = xsd('boolean').value;

const INTEGER_FORM = /^[+-]?\d+$/;
const DOUBLE_FORM = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** A double represents this many decimal digits exactly. */
const EXACT_DIGITS = 15;

interface Column {
  readonly property: string;
  readonly kind: ColumnKind;
  /** By id of the node. */
  readonly values: ReadonlyMap<string, AttributeValue>;
}

/**
 * The columns in the order of their properties. Of texts in several languages one is selected: the first that the
 * reader prefers, else without a language, else English, else any. All values of that language, and all values
 * that are not texts, are retained. Several values are joined with " | ".
 */
export async function attributeColumns(
  nodes: Iterable<NodeDraft>,
  languages: readonly string[],
  pause: EventLoopYield,
): Promise<Column[]> {
  const texts = new Map<string, Map<string, string>>();
  const kinds = new Map<string, ColumnKind>();
  for (const { id, literals } of nodes) {
    await pause.yieldIfDue();
    for (const [property, all] of literals) {
      const shown = inOneLanguage(all, languages);
      const values = [...new Set(shown.map(({ value }) => value))];
      const column = texts.get(property) ?? new Map<string, string>();
      texts.set(property, column.set(id, values.join(VALUE_SEPARATOR)));
      const kind = values.length === 1 ? kindOf(shown[0] as Literal) : 'text';
      const previous = kinds.get(property);
      kinds.set(property, previous === undefined ? kind : common(previous, kind));
    }
  }
  return [...texts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([property, column]) => {
      const kind = kinds.get(property) ?? 'text';
      const values = new Map(Array.from(column, ([id, text]) => [id, valueOf(text, kind)]));
      return { property, kind, values };
    });
}

function inOneLanguage(literals: readonly Literal[], languages: readonly string[]): Literal[] {
  const isText = ({ datatype }: Literal) => TEXT_TYPES.has(datatype.value);
  const byLanguage = new Map(
    literals.filter(isText).map(({ language, value }) => [language, value]),
  );
  const picked = pickLanguage(byLanguage, languages);
  return literals.filter((literal) => !isText(literal) || literal.language === picked?.language);
}

function kindOf({ value, datatype }: Literal): ColumnKind {
  const type = datatype.value;
  if (type === BOOLEAN && /^(?:true|false|0|1)$/.test(value)) return 'boolean';
  if (value.replace(/e.*$/i, '').replaceAll(/\D/g, '').length > EXACT_DIGITS) return 'text';
  if (INTEGERS.has(type) && INTEGER_FORM.test(value)) return 'integer';
  const isDouble = DOUBLES.has(type) && DOUBLE_FORM.test(value) && Number.isFinite(Number(value));
  return isDouble ? 'double' : 'text';
}

function common(a: ColumnKind, b: ColumnKind): ColumnKind {
  if (a === b) return a;
  const areNumbers = [a, b].every((kind) => kind === 'integer' || kind === 'double');
  return areNumbers ? 'double' : 'text';
}

function valueOf(text: string, kind: ColumnKind): AttributeValue {
  switch (kind) {
    case 'text':
      return text;
    case 'boolean':
      return text === 'true' || text === '1';
    case 'integer':
    case 'double':
      return Number(text);
  }
}
