/**
 * Queries that differ in constants alone have one shape: they are parsed once, and the constants put in afterwards.
 * Parsing costs a hundred times as much as looking for the constants.
 */
import { type Literal, type Term, terms } from '../../rdf/index.ts';
import type { TranslatedQuery } from '../algebra/algebra.ts';

export interface QueryShape {
  /** The text with a mark for each constant; a query itself. */
  readonly text: string;
  /** IRIs and texts, by the number of their mark. */
  readonly constants: readonly string[];
}

/** No query holds these by chance: a private URN, and a character of the private use area. */
const IRI_MARK = 'urn:x-graphpress-constant:';
const TEXT_MARK = '\uE8F0';

/** More constants than these make a query that is not asked again with others. */
const MAX_CONSTANTS = 32;

/** Longer texts are not looked at for their shape: that costs more than it saves, most of all for hostile ones. */
const MAX_LENGTH = 8192;

/** Comments, IRIs and texts. Relative IRIs are found only to be left alone, as are texts with escapes. */
const TOKEN =
  /#[^\n\r]*|<([A-Za-z][A-Za-z0-9+.-]*:[^\p{Cc} <>"{}|\\^`]*)>|<[^\p{Cc} <>"{}|\\^`]*>|"""(?:[^\\]|\\.)*?"""|'''(?:[^\\]|\\.)*?'''|"([^"\\\n\r]*)"|'([^'\\\n\r]*)'|"(?:[^"\\\n\r]|\\.)*"?|'(?:[^'\\\n\r]|\\.)*'?/gsu;

/** Where the prologue ends: its IRIs are no constants of the query. */
const FORM = /\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i;

/** Undefined for a text that is better parsed as it stands. */
export function shapeOf(text: string): QueryShape | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (text.includes(IRI_MARK) || text.includes(TEXT_MARK)) return undefined;
  // An escaped character may end a text or an IRI: https://www.w3.org/TR/sparql11-query/#codepointEscape
  if (/\\u/i.test(text)) return undefined;
  const start = startOfForm(text);
  if (start < 0) return undefined;
  const constants: string[] = [];
  const body = text
    .slice(start)
    .replace(TOKEN, (whole, iri?: string, double?: string, single?: string) => {
      const literal = double ?? single;
      if (iri === undefined && literal === undefined) return whole;
      constants.push(iri ?? (literal as string));
      const number = constants.length - 1;
      return iri === undefined ? `"${TEXT_MARK}${number}"` : `<${IRI_MARK}${number}>`;
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

/** The query of a shape with its constants. Parts without any are shared. */
export function fillShape(shaped: TranslatedQuery, constants: readonly string[]): TranslatedQuery {
  return fill(shaped, constants) as TranslatedQuery;
}

function fill(node: unknown, constants: readonly string[]): unknown {
  if (typeof node === 'string') return fillText(node, constants);
  if (typeof node !== 'object' || node === null) return node;
  if ('termType' in node) return fillTerm(node as Term, constants);
  if (Array.isArray(node)) {
    const filled = node.map((item) => fill(item, constants));
    return filled.some((item, index) => item !== node[index]) ? filled : node;
  }
  let changed: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(node)) {
    const filled = fill(value, constants);
    if (filled === value) continue;
    changed ??= { ...node };
    changed[key] = filled;
  }
  return changed ?? node;
}

function fillText(text: string, constants: readonly string[]): string {
  if (text.startsWith(IRI_MARK)) return constants[Number(text.slice(IRI_MARK.length))] ?? text;
  if (text.startsWith(TEXT_MARK)) return constants[Number(text.slice(TEXT_MARK.length))] ?? text;
  return text;
}

function fillTerm(term: Term, constants: readonly string[]): Term {
  switch (term.termType) {
    case 'NamedNode': {
      const iri = fillText(term.value, constants);
      return iri === term.value ? term : terms.namedNode(iri);
    }
    case 'Literal':
      return fillLiteral(term, constants);
    case 'Quad': {
      const parts = [term.subject, term.predicate, term.object];
      const filled = parts.map((part) => fillTerm(part as Term, constants));
      return filled.some((part, place) => part !== parts[place])
        ? (terms.quad(
            filled[0] as never,
            filled[1] as never,
            filled[2] as never,
          ) as unknown as Term)
        : term;
    }
    default:
      return term;
  }
}

function fillLiteral(literal: Literal, constants: readonly string[]): Literal {
  const text = fillText(literal.value, constants);
  const datatype = fillTerm(literal.datatype, constants);
  if (text === literal.value && datatype === literal.datatype) return literal;
  if (literal.language === '') return terms.literal(text, datatype as never);
  const { language, direction } = literal as Literal & { direction?: string | null };
  return terms.literal(text, (direction ? { language, direction } : language) as string);
}
