/** The query for each number of the data page, so that readers can check it. */
import { LABEL_PROPERTIES } from '../../description/index.ts';

export const COUNT_STATEMENTS = 'SELECT (COUNT(*) AS ?statements) WHERE {\n  ?s ?p ?o .\n}';

export const COUNT_RESOURCES = `SELECT (COUNT(DISTINCT ?resource) AS ?resources) WHERE {
  ?resource ?p ?o .
  FILTER (isIRI(?resource))
}`;

export const COUNT_BY_GRAPH = `SELECT ?graph (COUNT(*) AS ?statements) WHERE {
  GRAPH ?graph { ?s ?p ?o }
}
GROUP BY ?graph
ORDER BY DESC(?statements) ?graph`;

export const COUNT_BY_CLASS = `SELECT ?class (COUNT(?thing) AS ?things) WHERE {
  ?thing a ?class .
}
GROUP BY ?class
ORDER BY DESC(?things) ?class`;

export const COUNT_BY_PROPERTY = `SELECT ?property (COUNT(*) AS ?statements) WHERE {
  ?s ?property ?o .
}
GROUP BY ?property
ORDER BY DESC(?statements) ?property`;

export const COUNT_LABELS: string = `SELECT ?language (COUNT(*) AS ?names) WHERE {
  VALUES ?property {
    ${LABEL_PROPERTIES.map(({ value }) => `<${value}>`).join('\n    ')}
  }
  ?thing ?property ?name .
  FILTER (isLiteral(?name))
  BIND (LANG(?name) AS ?language)
}
GROUP BY ?language
ORDER BY DESC(?names) ?language`;

export const instancesOf = (type: string): string =>
  `SELECT ?thing WHERE {\n  ?thing a <${type}> .\n}\nORDER BY ?thing`;

export const statementsBy = (property: string): string =>
  `SELECT ?subject ?object WHERE {\n  ?subject <${property}> ?object .\n}\nORDER BY ?subject ?object`;

export const statementsIn = (graph: string): string =>
  `SELECT ?subject ?property ?object WHERE {\n  GRAPH <${graph}> { ?subject ?property ?object }\n}\nORDER BY ?subject ?property ?object`;

/** Links of resources below the base to one host. */
export const linksBy = (
  property: string,
  { base, target }: { readonly base: string; readonly target: string },
): string => `SELECT ?subject ?object WHERE {
  ?subject <${property}> ?object .
  FILTER (STRSTARTS(STR(?subject), ${JSON.stringify(base)}))
  FILTER (isIRI(?object) && STRSTARTS(STR(?object), ${JSON.stringify(target)}))
}
ORDER BY ?subject ?object`;
