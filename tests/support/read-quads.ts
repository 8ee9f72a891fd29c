/** Quads from a text in a test. */
import { type Quad, type RdfFormat, readRdf } from '../../src/rdf/index.ts';
import { rdfFormat } from './rdf-format.ts';

export interface ReadQuadsOptions {
  readonly format?: RdfFormat['name'];
  readonly baseIri?: string;
  readonly blankNodeScope?: string;
}

/** The quads of `text`, which is TriG (and so may be Turtle) unless another format is named. */
export async function readQuads(
  text: string,
  {
    format = 'trig',
    baseIri = 'https://base.example/',
    blankNodeScope = 'b',
  }: ReadQuadsOptions = {},
): Promise<readonly Quad[]> {
  const document = await readRdf(text, { format: rdfFormat(format), baseIri, blankNodeScope });
  return document.quads;
}
