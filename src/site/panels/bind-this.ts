/** The text of a saved query with `?this` bound to one resource: readable, and executable on its own. */

/** Comments, IRIs and strings, whose content is not parsed; words; brackets. */
const TOKENS =
  /#[^\n]*|<[^\s<>"{}|^`\\]*>|"""(?:\\.|(?!""").)*"""|'''(?:\\.|(?!''').)*'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[?$]?(?:\\.|[\p{L}\p{N}_:.%-])+|[(){}]/gsu;

/** Inserts the VALUES block at the start of the patterns, or at the end of a query without such a position. */
export function textForOne(text: string, subject: string): string {
  const values = `VALUES ?this { <${subject}> }`;
  const at = startOfPatterns(text);
  return at === undefined
    ? `${text.trimEnd()}\n${values}\n`
    : `${text.slice(0, at)}\n  ${values}${text.slice(at)}`;
}

/** The position after the brace that opens the patterns, not that of a template or of a projected expression. */
function startOfPatterns(text: string): number | undefined {
  let isConstruct = false;
  let hasTemplate = false;
  let parentheses = 0;
  let braces = 0;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === '(') parentheses += 1;
    else if (token === ')') parentheses -= 1;
    else if (parentheses > 0) continue;
    else if (/^construct$/i.test(token)) isConstruct = true;
    else if (token === '}') braces -= 1;
    else if (token === '{') {
      if (isConstruct && !hasTemplate) {
        hasTemplate = true;
        braces += 1;
      } else if (braces === 0) return index + 1;
      else braces += 1;
    } else if (/^where$/i.test(token) && isConstruct && !hasTemplate) return undefined;
  }
  return undefined;
}
