/** Solutions as a table for a terminal. */
import stringWidth from 'string-width';
import { compactIri, type Prefixes, type Term } from '../rdf/index.ts';
import type { Solution } from '../sparql/index.ts';

/** Rows under their variables; Chinese characters take two columns. */
export function renderTable(
  variables: readonly string[],
  solutions: readonly Solution[],
  prefixes: Prefixes,
): string {
  const rows = solutions.map((solution) =>
    variables.map((_, column) => cell(solution[column], prefixes)),
  );
  const widths = variables.map((name, column) =>
    Math.max(stringWidth(name), ...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - stringWidth(text)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  const count = `${solutions.length} ${solutions.length === 1 ? 'row' : 'rows'}`;
  return [line(variables), rule, ...rows.map(line), '', count].join('\n');
}

function cell(term: Term | undefined, prefixes: Prefixes): string {
  if (!term) return '';
  const text =
    term.termType === 'NamedNode'
      ? (compactIri(term.value, prefixes) ?? `<${term.value}>`)
      : term.value;
  return text.replace(/\s+/g, ' ');
}
