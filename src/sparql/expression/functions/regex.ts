/** REGEX and REPLACE, in the syntax of XPath. https://www.w3.org/TR/xpath-functions/#regex-syntax */
import { booleanValue, type Value } from '../../values/value.ts';
import { type Row, variadic, described } from './sparql-function.ts';
import { isString, withText } from './strings.ts';

/** Compiled patterns of late; queries use few. */
const compiled = new Map<string, RegExp | undefined>();
const MAX_COMPILED = 256;

/** Undefined for what is no pattern or no flag. */
function compilePattern(pattern: string, flags: string): RegExp | undefined {
  const key = `${flags}/${pattern}`;
  if (compiled.has(key)) return compiled.get(key);
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  const regex = toRegExp(pattern, flags);
  compiled.set(key, regex);
  return regex;
}

function toRegExp(pattern: string, flags: string): RegExp | undefined {
  if (!/^[smixq]*$/.test(flags)) return undefined;
  const isLiteral = flags.includes('q');
  let source = isLiteral ? RegExp.escape(pattern) : pattern;
  if (flags.includes('x') && !isLiteral) source = withoutSpace(source);
  if (!isLiteral) source = translate(source);
  const own = ['s', 'm', 'i'].filter((flag) => flags.includes(flag)).join('');
  for (const mode of ['v', 'u'])
    try {
      return new RegExp(source, `${own}g${mode}`);
    } catch {
      // What one mode refuses the other may take: they differ in which characters need escapes.
    }
  return undefined;
}

/** The flag x: white space outside of character classes is ignored. */
const withoutSpace = (source: string): string =>
  source.replace(
    /(\[(?:\\.|[^\]\\])*\])|(\\.)|\s+/gs,
    (_, group?: string, escape?: string) => group ?? escape ?? '',
  );

/** Escapes that XML Schema has and JavaScript has not. https://www.w3.org/TR/xmlschema11-2/#nt-MultiCharEsc */
const MULTI: Readonly<Record<string, string>> = {
  i: String.raw`\p{L}_:`,
  c: String.raw`\p{L}\p{N}\p{M}_:.\-\u00B7`,
};

function translate(source: string): string {
  let isInClass = 0;
  return source.replace(
    /\\([icIC])|(\\.)|(-\[)|([[\]])/gs,
    (matched, multi?: string, escape?: string, subtraction?: string, bracket?: string) => {
      if (multi !== undefined) {
        const set = MULTI[multi.toLowerCase()] ?? '';
        const isNegated = multi === multi.toUpperCase();
        if (isInClass > 0 && !isNegated) return set;
        return `[${isNegated ? '^' : ''}${set}]`;
      }
      if (escape !== undefined) return escape;
      if (subtraction !== undefined) {
        if (isInClass === 0) return matched;
        isInClass += 1;
        return '--[';
      }
      if (bracket === '[') isInClass += 1;
      else isInClass = Math.max(0, isInClass - 1);
      return matched;
    },
  );
}

function regex([text, pattern, flags]: readonly Value[]): Value | undefined {
  if (!isString(text) || pattern?.kind !== 'string') return undefined;
  if (flags && flags.kind !== 'string') return undefined;
  const compiledPattern = compilePattern(pattern.text, flags?.text ?? '');
  if (!compiledPattern) return undefined;
  compiledPattern.lastIndex = 0;
  return booleanValue(compiledPattern.test(text.text));
}

/** A pattern that matches nothing at all is an error. https://www.w3.org/TR/xpath-functions/#func-replace */
function replace([text, pattern, replacement, flags]: readonly Value[]): Value | undefined {
  if (!isString(text) || pattern?.kind !== 'string' || replacement?.kind !== 'string')
    return undefined;
  if (flags && flags.kind !== 'string') return undefined;
  const compiledPattern = compilePattern(pattern.text, flags?.text ?? '');
  if (!compiledPattern) return undefined;
  compiledPattern.lastIndex = 0;
  if (compiledPattern.test('')) return undefined;
  const isLiteral = flags?.text.includes('q') === true;
  const fill = isLiteral ? () => replacement.text : replacementOf(replacement.text);
  if (!fill) return undefined;
  compiledPattern.lastIndex = 0;
  return withText(
    text,
    text.text.replace(compiledPattern, (...match: unknown[]) => fill(match as string[])),
  );
}

/** "$1" is a group, "\$" a dollar; any other use of either is an error. */
function replacementOf(text: string): ((match: readonly unknown[]) => string) | undefined {
  if (/(?:^|[^\\])(?:\\\\)*(?:\$(?!\d)|\\(?![\\$]))/.test(text)) return undefined;
  return (match) => {
    const groups = match.findIndex((part) => typeof part === 'number') - 1;
    return text.replace(/\\([\\$])|\$(\d+)/g, (_, escaped?: string, digits?: string) => {
      if (escaped !== undefined || digits === undefined) return escaped ?? '';
      // Of several digits, as many make the number as there are groups.
      let length = digits.length;
      while (length > 1 && Number(digits.slice(0, length)) > groups) length -= 1;
      const group = match[Number(digits.slice(0, length))];
      const isGroup = Number(digits.slice(0, length)) <= groups;
      return `${isGroup && typeof group === 'string' ? group : ''}${digits.slice(length)}`;
    });
  };
}

export const REGEX_FUNCTIONS: readonly Row[] = [
  described(
    variadic('regex', [2, 3], regex),
    {
      takes: 'text,pattern,flags',
      en: 'whether a regular expression matches',
      zh: '正则表达式是否匹配',
    },
    'unbounded',
  ),
  described(
    variadic('replace', [3, 4], replace),
    { takes: 'text,pattern,replacement', en: 'each match replaced', zh: '替换每处匹配' },
    'unbounded',
  ),
];
