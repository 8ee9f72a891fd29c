/** The first query of the editor: some resources of a frequent class, with their labels. */
import { LABEL_PROPERTIES } from '../../description/index.ts';
import { compactIri, rdf, terms } from '../../rdf/index.ts';
import { matchQuads } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';

/** Maximum number of rows of the query, so that it is fast in datasets of any size. */
const FIRST = 10;
/** Maximum number of classes that are tried until one has instances with labels. */
const MAX_CANDIDATES = 20;

interface Choice {
  readonly property: string;
  /** Undefined if the data does not state its languages. */
  readonly language: string | undefined;
}

/** @param preferredLanguages language ranges of the reader, in order of preference. */
export async function startQuery(
  publication: Publication,
  preferredLanguages: readonly string[],
): Promise<string> {
  const { classes, properties } = await publication.descriptions.statistics();
  const naming = new Set<string>(LABEL_PROPERTIES.map(({ value }) => value));
  // Sorted by use, most used first.
  const property = properties.find(({ iri }) => naming.has(iri))?.iri;
  if (property === undefined) return write(publication, '?thing ?property ?value .', []);
  const language = queryLanguage(publication, preferredLanguages);
  const { base } = publication;
  const isOwn = (iri: string) => iri.startsWith(base);
  const candidates = classes
    .toSorted((a, b) => Number(isOwn(b.iri)) - Number(isOwn(a.iri)))
    .slice(0, MAX_CANDIDATES);
  const kind = candidates.find(({ iri }) => hasName(publication, iri, { property, language }))?.iri;
  const filter =
    language === undefined ? '' : `\n  FILTER (LANGMATCHES(LANG(?name), "${language}"))`;
  const written = (iri: string) => compactIri(iri, publication.prefixes) ?? `<${iri}>`;
  return write(
    publication,
    `?thing a ${kind === undefined ? '?kind' : written(kind)} ;\n    ${written(property)} ?name .${filter}`,
    [kind ?? '', property],
  );
}

/** @param iris those that the patterns contain as compact IRIs. */
function write({ prefixes }: Publication, patterns: string, iris: readonly string[]): string {
  const used = iris.map((iri) => compactIri(iri, prefixes)?.split(':')[0]);
  const lines = [...new Set(used)]
    .filter((prefix) => prefix !== undefined)
    .map((prefix) => `PREFIX ${prefix}: <${prefixes.get(prefix)}>\n`);
  const head = lines.length > 0 ? `${lines.join('')}\n` : '';
  return `${head}SELECT *\nWHERE {\n  ${patterns}\n}\nLIMIT ${FIRST}\n`;
}

/** Whether the first instance of the class has a label by this property in this language. */
function hasName({ dataset }: Publication, iri: string, { property, language }: Choice): boolean {
  const graph = terms.defaultGraph();
  const object = terms.namedNode(iri);
  const [first] = matchQuads(dataset, { predicate: rdf('type'), object, graph });
  if (first === undefined) return false;
  const { subject } = first;
  const names = matchQuads(dataset, { subject, predicate: terms.namedNode(property), graph });
  return Iterator.from(names).some(
    ({ object: name }) =>
      name.termType === 'Literal' &&
      (language === undefined || primaryOf(name.language) === language),
  );
}

/** The first of the reader's languages that the data has, else the first of the data. */
function queryLanguage(
  { about }: Publication,
  preferredLanguages: readonly string[],
): string | undefined {
  const available = about.languages.map(primaryOf);
  return [
    ...preferredLanguages.map(primaryOf).filter((language) => available.includes(language)),
    ...available,
  ].find((language) => /^[a-z]{2,8}$/.test(language));
}

const primaryOf = (language: string): string => language.split('-')[0] ?? language;
