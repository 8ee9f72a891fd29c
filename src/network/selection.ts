/** What part of a dataset a network shows, read from the parameters of a URL or the flags of a command. */
import { GraphpressError } from '../errors.ts';
import { expandName, type Prefixes } from '../rdf/index.ts';
import { DEFAULT_NODES, inWords, MAX_NODES } from './size-limits.ts';

export type Selection =
  | { readonly kind: 'whole' }
  | { readonly kind: 'class'; readonly iri: string }
  | { readonly kind: 'neighbourhood'; readonly iri: string; readonly depth: number };

/** The parameters of a selection; undefined where they are absent. */
export interface SelectionWords {
  readonly resource: string | undefined;
  readonly class: string | undefined;
  readonly depth: string | undefined;
}

const MAX_DEPTH = 3;

/** An absolute IRI. https://www.rfc-editor.org/rfc/rfc3987#section-2.2 */
// oxlint-disable-next-line no-control-regex
const IRI = /^[a-z][a-z0-9+.-]*:[^\u0000-\u0020<>"{}|\\^`]+$/i;

/** @throws {GraphpressError} `bad-selection` for invalid parameters. */
export function readSelection(words: SelectionWords, prefixes: Prefixes): Selection {
  const { resource, class: klass, depth } = words;
  if (resource !== undefined && klass !== undefined)
    throw bad('resource and class are both there: ask for one of them');
  if (depth !== undefined && resource === undefined)
    throw bad('depth is there without a resource: say from which resource to go');
  if (klass !== undefined) return { kind: 'class', iri: readIri('class', klass, prefixes) };
  if (resource === undefined) return { kind: 'whole' };
  if (depth !== undefined && !/^[1-3]$/.test(depth))
    throw bad(`depth must be a number from 1 to ${MAX_DEPTH}, not ${quoted(depth)}`);
  const iri = readIri('resource', resource, prefixes);
  return { kind: 'neighbourhood', iri, depth: Number(depth ?? 1) };
}

/** @throws {GraphpressError} `bad-selection` for an invalid number of nodes, or one above the maximum. */
export function readLimit(word: string | undefined): number {
  if (word === undefined) return DEFAULT_NODES;
  const limit = /^\d{1,9}$/.test(word) ? Number(word) : 0;
  if (limit < 1 || limit > MAX_NODES)
    throw bad(
      `limit must be a number of nodes from 1 to ${inWords(MAX_NODES)}, not ${quoted(word)}`,
    );
  return limit;
}

/** An IRI, or a prefixed name with one of the publication's prefixes ("edu:Claim"). */
function readIri(name: string, word: string, prefixes: Prefixes): string {
  const iri = expandName(word, prefixes);
  if (!IRI.test(iri))
    throw bad(`${name} is neither an absolute IRI nor a name with a known prefix: ${quoted(word)}`);
  return iri;
}

const bad = (message: string) => new GraphpressError('bad-selection', message);
const quoted = (word: string) => JSON.stringify(word.slice(0, 200));
