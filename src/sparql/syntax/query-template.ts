/**
 * Queries that differ in constants alone share one template: it is parsed once, and its placeholders are bound to the
 * constants of each query. Parsing costs a hundred times as much as finding the constants.
 */
import { type Literal, type Term, terms } from '../../rdf/index.ts';
import type { TranslatedQuery } from '../algebra/algebra.ts';

export interface QueryTemplate {
  /** The text with a placeholder for each constant; a query itself. */
  readonly text: string;
  /** IRIs and texts, by the number of their placeholder. */
  readonly constants: readonly string[];
}

/** No query contains these by chance: a private URN, and a character of the private use area. */
const IRI_PLACEHOLDER = 'urn:x-graphpress-constant:';
const TEXT_PLACEHOLDER = '\uE8F0';

/** A query with more constants is not expected again with other ones. */
const MAX_CONSTANTS = 32;

/** Longer texts have no template: finding one costs more than it saves, most of all for hostile texts. */
const MAX_LENGTH = 8192;

/** Comments, IRIs and texts. Relative IRIs, and literals with escapes, are matched but not replaced. */
const TOKEN =
  /#[^\n\r]*|<([A-Za-z][A-Za-z0-9+.-]*:[^\p{Cc} <>"{}|\\^`]*)>|<[^\p{Cc} <>"{}|\\^`]*>|"""(?:[^\\]|\\.)*?"""|'''(?:[^\\]|\\.)*?'''|"([^"\\\n\r]*)"|'([^'\\\n\r]*)'|"(?:[^"\\\n\r]|\\.)*"?|'(?:[^'\\\n\r]|\\.)*'?/gsu;

/** Where the prologue ends: its IRIs are no constants of the query. */
const FORM = /\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i;

/** Undefined for a text that is parsed as it is. */
export function templateOf(text: string): QueryTemplate | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (text.includes(IRI_PLACEHOLDER) || text.includes(TEXT_PLACEHOLDER)) return undefined;
  // An escaped character may end a text or an IRI: https://www.w3.org/TR/sparql11-query/#codepointEscape
  if (/\\u/i.test(text)) return undefined;
  const start = startOfForm(text);
  if (start < 0) return undefined;
  const constants: string[] = [];
  const body = text
    .slice(start)
    .replace(TOKEN, (match, iri?: string, double?: string, single?: string) => {
      const literal = double ?? single;
      if (iri === undefined && literal === undefined) return match;
      constants.push(iri ?? (literal as string));
      const number = constants.length - 1;
      return iri === undefined ? `"${TEXT_PLACEHOLDER}${number}"` : `<${IRI_PLACEHOLDER}${number}>`;
    });
  if (constants.length === 0 || constants.length > MAX_CONSTANTS) return undefined;
  return { text: text.slice(0, start) + body, constants };
}

/** The keyword of the query form, outside of comments and IRIs. */
function startOfForm(text: string): number {
  const prologue =
    /^(?:\s+|#[^\n\r]*|(?:PREFIX\s+[^\s:]*:|BASE)\s*<[^<>\s]*>)*/i.exec(text)?.[0] ?? '';
  return FORM.exec(text.slice(prologue.length, prologue.length + 10))?.index === 0
    ? prologue.length
    : -1;
}

/** The query of a template with its constants. Parts without placeholders are shared. */
export function bindPlaceholders(
  template: TranslatedQuery,
  constants: readonly string[],
): TranslatedQuery {
  return bind(template, constants) as TranslatedQuery;
}

function bind(node: unknown, constants: readonly string[]): unknown {
  if (typeof node === 'string') return bindText(node, constants);
  if (typeof node !== 'object' || node === null) return node;
  if ('termType' in node) return bindTerm(node as Term, constants);
  if (Array.isArray(node)) {
    const bound = node.map((item) => bind(item, constants));
    return bound.some((item, index) => item !== node[index]) ? bound : node;
  }
  let changed: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(node)) {
    const bound = bind(value, constants);
    if (bound === value) continue;
    changed ??= { ...node };
    changed[key] = bound;
  }
  return changed ?? node;
}

function bindText(text: string, constants: readonly string[]): string {
  if (text.startsWith(IRI_PLACEHOLDER))
    return constants[Number(text.slice(IRI_PLACEHOLDER.length))] ?? text;
  if (text.startsWith(TEXT_PLACEHOLDER))
    return constants[Number(text.slice(TEXT_PLACEHOLDER.length))] ?? text;
  return text;
}

function bindTerm(term: Term, constants: readonly string[]): Term {
  switch (term.termType) {
    case 'NamedNode': {
      const iri = bindText(term.value, constants);
      return iri === term.value ? term : terms.namedNode(iri);
    }
    case 'Literal':
      return bindLiteral(term, constants);
    case 'Quad': {
      const parts = [term.subject, term.predicate, term.object];
      const bound = parts.map((part) => bindTerm(part as Term, constants));
      return bound.some((part, index) => part !== parts[index])
        ? (terms.quad(bound[0] as never, bound[1] as never, bound[2] as never) as unknown as Term)
        : term;
    }
    default:
      return term;
  }
}

function bindLiteral(literal: Literal, constants: readonly string[]): Literal {
  const text = bindText(literal.value, constants);
  const datatype = bindTerm(literal.datatype, constants);
  if (text === literal.value && datatype === literal.datatype) return literal;
  if (literal.language === '') return terms.literal(text, datatype as never);
  const { language, direction } = literal as Literal & { direction?: string | null };
  return terms.literal(text, (direction ? { language, direction } : language) as string);
}
