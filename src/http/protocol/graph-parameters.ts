/** IRIs of graphs among the parameters of a request. https://www.w3.org/TR/sparql11-protocol/#dataset */
import { HttpError } from './problem.ts';

const isAbsoluteIri = (text: string): boolean =>
  // oxlint-disable-next-line no-control-regex
  /^[a-z][a-z0-9+.-]*:[^\u0000-\u0020<>"{}|\\^`]*$/i.test(text);

/** @throws {HttpError} 400 for what is no absolute IRI. */
export function requireIri(name: string, text: string): string {
  if (isAbsoluteIri(text)) return text;
  // oxlint-disable-next-line no-control-regex
  const shown = text.slice(0, 200).replace(/[\u0000-\u001F\u007F]/g, encodeURIComponent);
  throw new HttpError(400, `${name} is no absolute IRI: ${shown}`);
}

/** All values of a parameter. @throws {HttpError} 400 for one that is no absolute IRI. */
export const readGraphs = (parameters: URLSearchParams, name: string): string[] =>
  parameters.getAll(name).map((iri) => requireIri(name, iri));
