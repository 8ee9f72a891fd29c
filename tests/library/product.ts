/** A query that no machine answers in time: a product of nine lists of twelve rows, five thousand million solutions. */
const LIST = Array.from({ length: 12 }, (_, row) => row).join(' ');
const NAMES = Array.from({ length: 9 }, (_, list) => `?v${list}`);

export const PRODUCT = `SELECT (COUNT(*) AS ?n) {
  ${NAMES.map((name) => `VALUES ${name} { ${LIST} }`).join('\n  ')}
  FILTER(${NAMES.join(' + ')} < 0)
}`;
