/** Triples as a small network: `subject`, `predicate`, `object`, as every CONSTRUCT has. */
import type { Term } from '../../rdf/index.ts';
import type { AnswerTable } from '../parts/answer.ts';
import { drawNetwork, type NetworkDot, type NetworkLine } from '../drawings/network/network.ts';
import type { Html } from '../parts/html.ts';
import { ownHref } from '../parts/links.ts';
import type { PageContext } from '../parts/site.ts';
import { textOf } from './items.ts';

export function renderNetworkView(
  { variables, rows }: AnswerTable,
  context: PageContext,
): Html | '' {
  const [s, p, o] = ['subject', 'predicate', 'object'].map((name, index) => {
    const column = variables.indexOf(name);
    return column === -1 && variables.length === 3 ? index : column;
  });
  if (s === undefined || p === undefined || o === undefined || Math.min(s, p, o) < 0) return '';
  const dots = new Map<string, NetworkDot>();
  const lines: NetworkLine[] = [];
  for (const row of rows) {
    const [subject, predicate, object] = [row[s], row[p], row[o]];
    if (!subject || !predicate || !object || object.termType === 'Literal') continue;
    const isTyping = predicate.value.endsWith('#type');
    if (isTyping) continue;
    for (const term of [subject, object])
      if (!dots.has(term.value)) dots.set(term.value, dotOf(term, context));
    lines.push({
      source: subject.value,
      target: object.value,
      label: textOf(predicate, context),
    });
  }
  return lines.length === 0 ? '' : drawNetwork({ dots: [...dots.values()], lines }, context);
}

const dotOf = (term: Term, context: PageContext): NetworkDot => ({
  id: term.value,
  label: textOf(term, context),
  href: term.termType === 'NamedNode' ? ownHref(term.value, context.site) : undefined,
  kind: context.kinds.get(term.value),
});
