/** Statements about the dataset and its graphs, for pages: names, dates, rights. */
import { LABEL_PROPERTIES } from '../../description/index.ts';
import type { Agent } from '../../pages/index.ts';
import { type LanguageMap, type Term, terms } from '../../rdf/index.ts';
import { type Dataset, matchQuads } from '../../store/index.ts';

export const statedOf = (dataset: Dataset, subject: Term, predicate: Term): Term[] =>
  Array.from(
    matchQuads(dataset, { subject, predicate, graph: terms.defaultGraph() }),
    ({ object }) => object as Term,
  );

/** The first text in each language. */
export function textsOf(dataset: Dataset, subject: Term, predicate: Term): LanguageMap {
  const texts = new Map<string, string>();
  for (const object of statedOf(dataset, subject, predicate))
    if (object.termType === 'Literal' && !texts.has(object.language))
      texts.set(object.language, object.value);
  return texts;
}

/** Persons and organisations with their names; the IRI if there is no name. */
export function agentsOf(dataset: Dataset, subject: Term, predicate: Term): Agent[] {
  return statedOf(dataset, subject, predicate).flatMap((agent): Agent[] => {
    if (agent.termType === 'Literal')
      return [{ iri: undefined, names: new Map([[agent.language, agent.value]]) }];
    const iri = agent.termType === 'NamedNode' ? agent.value : undefined;
    const names = LABEL_PROPERTIES.map((property) => textsOf(dataset, agent, property)).find(
      (found) => found.size > 0,
    );
    if (names) return [{ iri, names }];
    return iri === undefined ? [] : [{ iri, names: new Map([['', iri]]) }];
  });
}

/** "2026", "2026-11" or "2026-11-23"; undefined if no date is stated. */
export function dateOf(dataset: Dataset, subject: Term, predicate: Term): string | undefined {
  return statedOf(dataset, subject, predicate)
    .filter(({ termType }) => termType === 'Literal')
    .map(({ value }) => /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T|Z|[+-]\d\d:)/.exec(value)?.[0])
    .find((date) => date !== undefined && !Number.isNaN(Date.parse(date)));
}
