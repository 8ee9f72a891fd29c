/** The legend: counts by kind, class and named graph, each with a checkbox that hides it. */
import { dot, el, named } from '../state/dom.ts';
import type { Named } from '../state/graph-api.ts';
import type { PageData } from '../state/page-data.ts';
import type { ExplorationState } from '../state/exploration-state.ts';
import type { Scene } from '../state/scene.ts';

interface Row {
  readonly key: string;
  readonly name: Node | string;
  readonly count: number;
  readonly isShown: boolean;
  readonly kind?: string;
  readonly isNested?: boolean;
}

/** @param toggle receives the kind or the IRI of the class. */
export function renderKinds(
  scene: Scene,
  { exploration, data }: { readonly exploration: ExplorationState; readonly data: PageData },
  toggle: (key: string) => void,
): Node {
  const classes = new Map<string, Map<string, { readonly type: Named; count: number }>>();
  const counts = new Map<string, number>();
  for (const { kind, type } of scene.nodes.values()) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (!type) continue;
    const ofKind = classes.get(kind) ?? new Map<string, { readonly type: Named; count: number }>();
    classes.set(kind, ofKind);
    const existing = ofKind.get(type.iri);
    if (existing) existing.count += 1;
    else ofKind.set(type.iri, { type, count: 1 });
  }
  const rows = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .flatMap(([kind, count]): Row[] => [
      {
        key: kind,
        name: data.kinds[kind] ?? kind,
        count,
        kind,
        isShown: !exploration.hidden.includes(kind),
      },
      ...[...(classes.get(kind)?.values() ?? [])]
        .toSorted((a, b) => b.count - a.count)
        .map(({ type, count: ofClass }) => ({
          key: type.iri,
          name: named(type),
          count: ofClass,
          isShown: !exploration.hidden.includes(type.iri),
          isNested: true,
        })),
    ]);
  return renderRows(rows, data, toggle);
}

export function renderGraphs(
  scene: Scene,
  { exploration, data }: { readonly exploration: ExplorationState; readonly data: PageData },
  toggle: (iri: string) => void,
): Node | undefined {
  const counts = new Map<string, number>();
  for (const { graphs } of scene.edges.values())
    for (const graph of graphs) counts.set(graph, (counts.get(graph) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const rows = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([iri, count]): Row => {
      const existing = scene.graphs.get(iri);
      const isShown = !exploration.hiddenGraphs.includes(iri);
      return { key: iri, name: existing ? named(existing) : iri, count, isShown };
    });
  return renderRows(rows, data, toggle);
}

function renderRows(
  rows: readonly Row[],
  { interfaceLanguage }: PageData,
  toggle: (key: string) => void,
): Node {
  return el(
    'ul',
    { class: 'explore-legend' },
    ...rows.map(({ key, name, count, isShown, kind, isNested }) => {
      const box = el('input', { type: 'checkbox', checked: isShown, 'data-key': key });
      box.addEventListener('change', () => toggle(key));
      return el(
        'li',
        { class: isNested ? 'is-nested' : undefined },
        el(
          'label',
          {},
          box,
          kind !== undefined && dot(kind),
          el('span', { class: 'explore-what' }, name),
          el('span', { class: 'explore-number' }, count.toLocaleString(interfaceLanguage)),
        ),
      );
    }),
  );
}
