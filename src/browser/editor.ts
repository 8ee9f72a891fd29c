/** The SPARQL editor. */
export {};
