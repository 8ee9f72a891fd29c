/** https://www.w3.org/TR/shacl/#core-components-string */
import { sh, terms } from '../../rdf/index.ts';
import type { TermId } from '../../store/index.ts';
import { readBoolean, readCount, requireList, requireLiteral, show } from './parameters.ts';
import { type ComponentRow, ShapeError } from './shape.ts';

const length = (parameter: string, operator: string, words: string): ComponentRow => ({
  component: `${parameter[0]?.toUpperCase()}${parameter.slice(1)}ConstraintComponent`,
  parameter,
  isSingle: true,
  compile: ({ value: limit, data }) => {
    const count = readCount(parameter, limit);
    const id = data.id(limit);
    // STR of a blank node is an error, and so a violation, as the specification defines it.
    const holds = data.condition(`STRLEN(STR(?value)) ${operator} ?limit`, ['value', 'limit']);
    return function* check(_, values) {
      for (const value of values)
        if (holds(value, id) !== true)
          yield { value, message: `the value must have ${words} ${count} characters` };
    };
  },
});

export const STRING_BASED: readonly ComponentRow[] = [
  length('minLength', '>=', 'at least'),
  length('maxLength', '<=', 'at most'),
  {
    component: 'PatternConstraintComponent',
    parameter: 'pattern',
    compile: ({ shape, value: pattern, graph, data }) => {
      requireLiteral('pattern', pattern);
      const [flags] = graph.objects(shape, sh('flags'));
      const ids: TermId[] = [data.id(pattern), ...(flags ? [data.id(flags)] : [])];
      const names = flags ? ['value', 'pattern', 'flags'] : ['value', 'pattern'];
      const rest = flags ? '?pattern, ?flags' : '?pattern';
      if (
        data.condition(`BOUND(?pattern) && REGEX("", ${rest}) IN (true, false)`, names)(
          0,
          ...ids,
        ) === undefined
      )
        throw new ShapeError(
          `sh:pattern ${show(pattern)}${flags ? ` with the flags ${show(flags)}` : ''} is not a regular expression`,
        );
      const holds = data.condition(`REGEX(STR(?value), ${rest})`, names);
      return function* check(_, values) {
        for (const value of values)
          if (holds(value, ...ids) !== true)
            yield { value, message: `the value must match the pattern ${show(pattern)}` };
      };
    },
  },
  {
    component: 'LanguageInConstraintComponent',
    parameter: 'languageIn',
    isSingle: true,
    compile: ({ value: list, graph, data }) => {
      const ranges = requireList('languageIn', graph, list).map((one) =>
        requireLiteral('languageIn', one),
      );
      const ids = ranges.map((one) => data.id(one));
      const holds = data.condition('LANGMATCHES(LANG(?value), ?range)', ['value', 'range']);
      const hasTag = data.condition('LANG(?value) != ""', ['value']);
      return function* check(_, values) {
        for (const value of values)
          if (hasTag(value) !== true || !ids.some((id) => holds(value, id) === true))
            yield {
              value,
              message: `the language must be one of ${ranges.map((one) => show(one)).join(', ')}`,
            };
      };
    },
  },
  {
    component: 'UniqueLangConstraintComponent',
    parameter: 'uniqueLang',
    isSingle: true,
    compile: ({ value: flag, data, isProperty }) => {
      if (!isProperty)
        throw new ShapeError('sh:uniqueLang needs a property shape, one with sh:path');
      // The value has to be the term true: "1" is not. https://www.w3.org/TR/shacl/#UniqueLangConstraintComponent
      if (!readBoolean('uniqueLang', flag) || flag.value !== 'true') return undefined;
      return function* check(_, values) {
        const counts = new Map<string, number>();
        for (const value of values) {
          const term = data.term(value);
          const tag = term.termType === 'Literal' ? term.language.toLowerCase() : '';
          if (tag !== '') counts.set(tag, (counts.get(tag) ?? 0) + 1);
        }
        for (const [tag, count] of counts)
          if (count > 1)
            yield { message: `only one value may have the language ${show(terms.literal(tag))}` };
      };
    },
  },
];
