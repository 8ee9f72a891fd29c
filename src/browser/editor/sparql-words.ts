/** SPARQL keywords for completion. The vocabulary of the server has the functions. https://www.w3.org/TR/sparql11-query/#sparqlGrammar */

export const KEYWORDS: readonly string[] =
  `SELECT CONSTRUCT DESCRIBE ASK WHERE PREFIX BASE DISTINCT REDUCED OPTIONAL UNION MINUS FILTER BIND VALUES GRAPH
   SERVICE SILENT EXISTS NOT IN AS FROM NAMED LIMIT OFFSET HAVING ASC DESC UNDEF SEPARATOR`
    .split(/\s+/)
    .concat('ORDER BY', 'GROUP BY', 'NOT EXISTS', 'FROM NAMED');
