/** The lines of a network between the same two dots, as one bundle with all their names. */
import type { TextInLanguage } from '../../../rdf/index.ts';

export interface NetworkLine {
  readonly source: string;
  readonly target: string;
  readonly label: TextInLanguage;
}

export interface Bundle {
  /** The ids of two dots; the same id twice for a dot that is linked to itself. */
  readonly ends: readonly [from: string, to: string];
  /** At least one. */
  readonly lines: readonly NetworkLine[];
}

/** Lines of one network. */
const MOST_LINES = 5000;

/** Omits lines to dots that do not exist. */
export function bundleLines(
  lines: readonly NetworkLine[],
  ids: ReadonlySet<string>,
): readonly Bundle[] {
  const bundles = new Map<string, { ends: [string, string]; lines: NetworkLine[] }>();
  for (const line of lines.slice(0, MOST_LINES)) {
    const { source, target } = line;
    if (!ids.has(source) || !ids.has(target)) continue;
    const key = JSON.stringify([source, target].toSorted());
    const bundle = bundles.get(key);
    if (bundle) bundle.lines.push(line);
    else bundles.set(key, { ends: [source, target], lines: [line] });
  }
  return [...bundles.values()];
}

/** Whether a line of the bundle points to the dot. */
export const pointsTo = ({ lines }: Bundle, id: string): boolean =>
  lines.some(({ target }) => target === id);

/** "partner of, member of": each name once. */
export function bundleName({ lines }: Bundle): TextInLanguage {
  const names = [...new Set(lines.map(({ label }) => label.text))];
  return { text: names.join(', '), language: lines[0]?.label.language ?? '' };
}
