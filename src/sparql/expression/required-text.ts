/** A text that every value that passes a test must contain, so that most values need not be tested. */
import { xsd } from '../../rdf/index.ts';
import type { Expression } from '../algebra/algebra.ts';

/** Shorter texts occur nearly everywhere. */
const MIN_LENGTH = 3;

export interface RequiredText {
  /** The variable whose value, a string, must hold the text. */
  readonly variable: string;
  readonly text: string;
}

/** Undefined where no text is required. */
export function requiredText(expression: Expression): RequiredText | undefined {
  if (expression.kind !== 'call') return undefined;
  const [value, sought, flags] = expression.args;
  if (value?.kind !== 'variable' || sought?.kind !== 'constant' || flags) return undefined;
  const { term } = sought;
  // With a tag of its own it may be an error for what it is sought in.
  if (term.termType !== 'Literal' || term.datatype.value !== xsd('string').value) return undefined;
  const text = REQUIRED_BY.get(expression.operator)?.(term.value);
  return text === undefined || text.length < MIN_LENGTH
    ? undefined
    : { variable: value.name, text };
}

/** By the operators that find a text in a value: the text that each match contains. */
const REQUIRED_BY: ReadonlyMap<string, (sought: string) => string | undefined> = new Map([
  ['contains', (sought) => sought],
  ['strstarts', (sought) => sought],
  ['strends', (sought) => sought],
  ['regex', (pattern: string) => longestRun(pattern)],
]);

const GROUP = /^\((?:\\.|[^()\\])*\)/s;
const CLASS = /^\[(?:\\.|[^\][\\])*\]/s;
const QUANTIFIER = /^(?:[*?]|\{[^}]*\})/;

/** The longest run of plain characters that a match of the pattern must have; undefined where there is a choice. */
function longestRun(pattern: string): string | undefined {
  let longest = '';
  let run = '';
  const end = () => {
    if (run.length > longest.length) longest = run;
    run = '';
  };
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const char = pattern[at] as string;
    if (char === '|') return undefined;
    const skipped = char === '(' ? GROUP.exec(rest) : char === '[' ? CLASS.exec(rest) : undefined;
    if (skipped === null) return undefined;
    if (skipped) {
      end();
      at += skipped[0].length;
      continue;
    }
    if (/[\\.^$*+?{}()[\]]/.test(char)) {
      const isOptional = QUANTIFIER.test(rest);
      // Half of a character of two code units is no character.
      if (isOptional) run = Array.from(run).slice(0, -1).join('');
      end();
      at += char === '\\' ? 2 : (QUANTIFIER.exec(rest)?.[0].length ?? 1);
      continue;
    }
    run += char;
    at += 1;
  }
  end();
  return longest;
}
