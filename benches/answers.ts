/** Answers that may be compared: nobody wins by a wrong one. https://www.w3.org/TR/sparql11-results-json/ */

interface JsonTerm {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

interface JsonResults {
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] };
}

const NUMBER = /#(?:integer|decimal|double|float|int|long|nonNegativeInteger)$/;
/** Systems round means and sums differently, beyond these. */
const DIGITS = 9;

/** The rows of an answer in an order of their own, numbers by their value, blank nodes all alike. */
export function canonicalRows(body: Buffer): readonly string[] {
  const answer = JSON.parse(body.toString('utf8')) as JsonResults;
  if (answer.boolean !== undefined) return [String(answer.boolean)];
  const rows = answer.results?.bindings ?? [];
  return rows
    .map((row) =>
      Object.keys(row)
        .toSorted()
        .map((name) => `${name}=${canonicalTerm(row[name] as JsonTerm)}`)
        .join('\t'),
    )
    .toSorted();
}

function canonicalTerm({ type, value, datatype = '', 'xml:lang': language }: JsonTerm): string {
  if (type === 'bnode') return '_:';
  if (type === 'uri') return `<${value}>`;
  if (NUMBER.test(datatype)) return String(Number(Number(value).toPrecision(DIGITS)));
  if (language !== undefined) return `"${value}"@${language.toLowerCase()}`;
  const isPlain = datatype === '' || datatype.endsWith('#string');
  return isPlain ? `"${value}"` : `"${value}"^^${datatype}`;
}

/** The first row of one answer that the other has not, as a sentence; undefined where they agree. */
export function differenceOf(
  expected: readonly string[],
  actual: readonly string[],
): string | undefined {
  if (expected.length !== actual.length)
    return `${actual.length} rows instead of ${expected.length}`;
  const at = expected.findIndex((row, index) => row !== actual[index]);
  return at < 0 ? undefined : `row ${at}: ${actual[at]} instead of ${expected[at]}`;
}
