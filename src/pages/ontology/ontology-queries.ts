/** The queries for the numbers. */

export const instancesQuery = (iri: string): string =>
  `SELECT ?instance WHERE { ?instance a <${iri}> }`;

export const statementsQuery = (iri: string): string =>
  `SELECT ?subject ?value WHERE { ?subject <${iri}> ?value }`;

export const pointersQuery = (iri: string): string =>
  `SELECT ?subject ?property WHERE { ?subject ?property <${iri}> }`;

/** Every class and property, with how often it is used. */
export const TERMS_QUERY = `SELECT ?term (COUNT(*) AS ?uses) WHERE {
  { ?subject a ?term } UNION { ?subject ?term ?value }
}
GROUP BY ?term
ORDER BY DESC(?uses)`;
