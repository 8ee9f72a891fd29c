/** The default graph of a dataset in which it is a graph of its own, and no union. https://www.w3.org/TR/sparql11-query/#rdfDataset */

/** Stands for its missing name inside a store. It is no IRI, so that no query can name that graph. */
export const NAMELESS_GRAPH = 'urn:x-graphpress:nameless graph';
