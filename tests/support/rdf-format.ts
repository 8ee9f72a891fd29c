/** A syntax of the table, by its short name. */
import { RDF_FORMATS, type RdfFormat } from '../../src/rdf/index.ts';

export function rdfFormat(name: RdfFormat['name']): RdfFormat {
  const format = RDF_FORMATS.find((candidate) => candidate.name === name);
  if (!format) throw new Error(`no format ${name}`);
  return format;
}
