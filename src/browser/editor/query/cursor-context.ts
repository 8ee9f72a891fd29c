/** Where in a query the cursor stands: what has been begun, and what may stand there. */

export interface QueryPlace {
  /** What has been typed of a word. */
  readonly word: string;
  readonly kind:
    | 'nothing' // inside a text, a comment or an IRI
    | 'variable'
    | 'prefix' // the name of a prefix to be declared
    | 'class' // after "a"
    | 'property'
    | 'clause' // outside of all braces
    | 'anything';
}

/** Texts, IRIs, comments; what is open at the end has no end. */
const PASSIVE =
  /"""(?:.*?"""|.*$)|'''(?:.*?'''|.*$)|"(?:[^"\\\n]|\\.)*(?:"|$)|'(?:[^'\\\n]|\\.)*(?:'|$)|<[^<>"{}|^`\\\s]*(?:>|$)|#[^\n]*/gs;

/** @param before everything from the start of the query to the cursor. */
export function placeOf(before: string): QueryPlace {
  let isOpen = false;
  const active = before.replace(PASSIVE, (passive: string, offset: number) => {
    if (offset + passive.length === before.length && !isClosed(passive)) isOpen = true;
    return passive.startsWith('#') ? ' ' : 'x ';
  });
  if (isOpen) return { word: '', kind: 'nothing' };
  const variable = /[?$][\p{L}\p{N}_]*$/u.exec(before)?.[0];
  if (variable !== undefined) return { word: variable, kind: 'variable' };
  const word =
    /[\p{L}_][\p{L}\p{N}_-]*:?[\p{L}\p{N}_-]*$|:[\p{L}\p{N}_-]*$/u.exec(before)?.[0] ?? '';
  const rest = active.slice(0, active.length - word.length);
  if (/\bPREFIX\s+$/i.test(rest)) return { word, kind: 'prefix' };
  if (/(?:^|[\s;{.])(?:a|rdf:type)\s+(?:[^\s;.{}]+\s*,\s*)*$/.test(rest))
    return { word, kind: 'class' };
  if (depthOf(rest) <= 0) return { word, kind: 'clause' };
  return { word, kind: isPropertyNext(rest) ? 'property' : 'anything' };
}

const isClosed = (passive: string): boolean => {
  if (passive.startsWith('#')) return false;
  if (passive.startsWith('<')) return passive.endsWith('>');
  const quote = passive[0] ?? '';
  const mark = passive.startsWith(quote.repeat(3)) ? quote.repeat(3) : quote;
  return passive.length >= mark.length * 2 && passive.endsWith(mark);
};

const depthOf = (active: string): number => active.split('{').length - active.split('}').length;

/** Whether a statement has its subject and lacks its property, or a path goes on. */
function isPropertyNext(active: string): boolean {
  if (/[/|^]\s*$/.test(active)) return true;
  const statement = active.slice(
    Math.max(...['.', '{', '}', ')', ';'].map((end) => endOf(active, end))),
  );
  const words = statement.split(/\s+/).filter((word) => word !== '');
  const isAfterSubject = active.at(-statement.length - 1) !== ';';
  if (words.some((word) => /^(?:SELECT|WHERE|FILTER|BIND|ORDER|GROUP|HAVING|VALUES)\b/i.test(word)))
    return false;
  return words.length === (isAfterSubject ? 1 : 0) && /\s$/.test(active);
}

/** A dot ends a statement where a space follows; others stand in numbers and names. */
function endOf(text: string, mark: string): number {
  if (mark !== '.') return text.lastIndexOf(mark) + 1;
  const found = /^.*\.(?=\s|$)/s.exec(text);
  return found ? found[0].length : 0;
}
