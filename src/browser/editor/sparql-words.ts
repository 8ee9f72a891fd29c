/** Keywords and functions. https://www.w3.org/TR/sparql11-query/#sparqlGrammar */

export const KEYWORDS: readonly string[] =
  `SELECT CONSTRUCT DESCRIBE ASK WHERE PREFIX BASE DISTINCT REDUCED OPTIONAL UNION MINUS FILTER BIND VALUES GRAPH
   SERVICE SILENT EXISTS NOT IN AS FROM NAMED LIMIT OFFSET HAVING ASC DESC UNDEF SEPARATOR`
    .split(/\s+/)
    .concat('ORDER BY', 'GROUP BY', 'NOT EXISTS', 'FROM NAMED');

/** In the form in which people write them; what they take stands in the parentheses. */
export const FUNCTIONS: readonly string[] =
  `COUNT(expression) SUM(expression) MIN(expression) MAX(expression) AVG(expression) SAMPLE(expression)
   GROUP_CONCAT(expression;separator) STR(term) LANG(literal) LANGMATCHES(tag,range) DATATYPE(literal) BOUND(variable)
   IRI(text) BNODE() RAND() ABS(number) CEIL(number) FLOOR(number) ROUND(number) CONCAT(texts) STRLEN(text)
   UCASE(text) LCASE(text) ENCODE_FOR_URI(text) CONTAINS(text,part) STRSTARTS(text,start) STRENDS(text,end)
   STRBEFORE(text,part) STRAFTER(text,part) SUBSTR(text,start,length) REPLACE(text,pattern,replacement)
   REGEX(text,pattern,flags) YEAR(time) MONTH(time) DAY(time) HOURS(time) MINUTES(time) SECONDS(time) TIMEZONE(time)
   TZ(time) NOW() UUID() STRUUID() MD5(text) SHA1(text) SHA256(text) SHA384(text) SHA512(text) COALESCE(expressions)
   IF(condition,then,else) STRLANG(text,tag) STRDT(text,datatype) SAMETERM(term,term) ISIRI(term) ISBLANK(term)
   ISLITERAL(term) ISNUMERIC(term)`.split(/\s+/);
