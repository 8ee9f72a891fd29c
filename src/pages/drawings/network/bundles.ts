/** Lines of a network that run between the same two dots, as one bundle that knows the names of all of them. */
import type { TextInLanguage } from '../../../rdf/index.ts';

export interface NetworkLine {
  readonly source: string;
  readonly target: string;
  readonly label: TextInLanguage;
}

export interface Bundle {
  /** Two dots; the same one twice for a dot that is linked to itself. */
  readonly ends: readonly [from: string, to: string];
  /** Never none. */
  readonly lines: readonly NetworkLine[];
}

/** More than that is no drawing any more. */
const MOST_LINES = 5000;

/** Lines to dots that there are not are left out. */
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
