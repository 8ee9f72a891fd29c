/** The syntactic context of the cursor in a query: the word before it, and the kind of token expected there. */

export interface CursorContext {
  /** The part of a word before the cursor. */
  readonly word: string;
  readonly kind:
    | 'nothing' // inside a string, a comment or an IRI
    | 'variable'
    | 'prefix' // the name of a prefix to be declared
    | 'class' // after "a"
    | 'property'
    | 'clause' // outside all braces
    | 'anything';
}

/** Strings, IRIs and comments. An unterminated one extends to the end of the text or line. */
const OPAQUE_TOKEN =
  /"""(?:.*?"""|.*$)|'''(?:.*?'''|.*$)|"(?:[^"\\\n]|\\.)*(?:"|$)|'(?:[^'\\\n]|\\.)*(?:'|$)|<[^<>"{}|^`\\\s]*(?:>|$)|#[^\n]*/gs;

/** @param before the text from the start of the query to the cursor. */
export function cursorContext(before: string): CursorContext {
  let isInsideToken = false;
  const code = before.replace(OPAQUE_TOKEN, (token: string, offset: number) => {
    if (offset + token.length === before.length && !isClosed(token)) isInsideToken = true;
    return token.startsWith('#') ? ' ' : 'x ';
  });
  if (isInsideToken) return { word: '', kind: 'nothing' };
  const variable = /[?$][\p{L}\p{N}_]*$/u.exec(before)?.[0];
  if (variable !== undefined) return { word: variable, kind: 'variable' };
  const word =
    /[\p{L}_][\p{L}\p{N}_-]*:?[\p{L}\p{N}_-]*$|:[\p{L}\p{N}_-]*$/u.exec(before)?.[0] ?? '';
  const rest = code.slice(0, code.length - word.length);
  if (/\bPREFIX\s+$/i.test(rest)) return { word, kind: 'prefix' };
  if (/(?:^|[\s;{.])(?:a|rdf:type)\s+(?:[^\s;.{}]+\s*,\s*)*$/.test(rest))
    return { word, kind: 'class' };
  if (depthOf(rest) <= 0) return { word, kind: 'clause' };
  return { word, kind: isPropertyExpected(rest) ? 'property' : 'anything' };
}

const isClosed = (token: string): boolean => {
  if (token.startsWith('#')) return false;
  if (token.startsWith('<')) return token.endsWith('>');
  const quote = token[0] ?? '';
  const mark = token.startsWith(quote.repeat(3)) ? quote.repeat(3) : quote;
  return token.length >= mark.length * 2 && token.endsWith(mark);
};

const depthOf = (code: string): number => code.split('{').length - code.split('}').length;

/** Whether a property is expected: after a subject, or after an operator of a property path. */
function isPropertyExpected(code: string): boolean {
  if (/[/|^]\s*$/.test(code)) return true;
  const statement = code.slice(
    Math.max(...['.', '{', '}', ')', ';'].map((end) => endOf(code, end))),
  );
  const words = statement.split(/\s+/).filter((word) => word !== '');
  const isAfterSubject = code.at(-statement.length - 1) !== ';';
  if (words.some((word) => /^(?:SELECT|WHERE|FILTER|BIND|ORDER|GROUP|HAVING|VALUES)\b/i.test(word)))
    return false;
  return words.length === (isAfterSubject ? 1 : 0) && /\s$/.test(code);
}

/** The offset after the last mark. A dot ends a statement only before white space, else it is in a number or a name. */
function endOf(text: string, mark: string): number {
  if (mark !== '.') return text.lastIndexOf(mark) + 1;
  const found = /^.*\.(?=\s|$)/s.exec(text);
  return found ? found[0].length : 0;
}
