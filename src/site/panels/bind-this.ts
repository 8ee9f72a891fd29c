/** The text of a saved query as it runs for one resource: readable, and right to be sent by itself. */

/** Comments, IRIs and strings, in which a brace or a word means nothing; words; brackets. */
const TOKENS =
  /#[^\n]*|<[^\s<>"{}|^`\\]*>|"""(?:\\.|(?!""").)*"""|'''(?:\\.|(?!''').)*'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[?$]?(?:\\.|[\p{L}\p{N}_:.%-])+|[(){}]/gsu;

/** `?this` gets its value where the patterns begin; a query without a place for that gets it at its end. */
export function textForOne(text: string, subject: string): string {
  const values = `VALUES ?this { <${subject}> }`;
  const at = startOfPatterns(text);
  return at === undefined
    ? `${text.trimEnd()}\n${values}\n`
    : `${text.slice(0, at)}\n  ${values}${text.slice(at)}`;
}

/** Behind the brace that opens the patterns: neither one of a template, nor one of an expression that is selected. */
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
