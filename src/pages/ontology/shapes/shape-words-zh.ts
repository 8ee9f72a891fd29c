/** Constraints of shapes in Chinese. */
import type { ShapePath, ShapeTarget } from '../../../description/index.ts';
import { compose, joinPhrases, type Phrase } from './phrase.ts';
import { datatypeOf } from './shape-words-en.ts';
import type { Cardinality, GrammaticalMood, ShapeWords } from './shape-words.ts';

/** Requirements begin with 须; after it, and in the indicative, the verb has no prefix. */
const must = (mood: GrammaticalMood): string => (mood === 'must' ? '须' : '');

const DATATYPES: Readonly<Record<string, string>> = {
  string: '文本',
  integer: '整数',
  decimal: '小数',
  double: '浮点数',
  float: '浮点数',
  boolean: '布尔值',
  date: '日期',
  dateTime: '日期时间',
  gYear: '年份',
  gYearMonth: '年月',
  gMonthDay: '月日',
  time: '时刻',
  anyURI: '网址',
  langString: '带语言标记的文本',
  HTML: 'HTML 文本',
};

const NODE_KINDS: Readonly<Record<string, string>> = {
  IRI: ' IRI',
  Literal: '字面量',
  BlankNode: '空白节点',
  BlankNodeOrIRI: '事物（非字面量）',
  BlankNodeOrLiteral: '空白节点或字面量',
  IRIOrLiteral: ' IRI 或字面量',
};

const BOUNDS = {
  minInclusive: '不小于',
  minExclusive: '大于',
  maxInclusive: '不大于',
  maxExclusive: '小于',
  hasValue: '等于',
} as const;

/** Names are in quotation marks, since Chinese has no spaces that would separate them. */
const quoted = (iri: string): Phrase => compose`“${{ iri }}”`;
const names = (phrases: readonly Phrase[]): Phrase =>
  joinPhrases(phrases, { comma: '', last: '或' });

function path(one: ShapePath): Phrase {
  switch (one.kind) {
    case 'property':
      return quoted(one.iri);
    case 'inverse':
      return compose`反向的${path(one.of)}`;
    case 'sequence':
      return joinPhrases(one.parts.map(path), { comma: '›', last: '›' });
    case 'alternative':
      return names(one.parts.map(path));
    case 'zeroOrMore':
      return compose`${path(one.of)}（重复任意次）`;
    case 'oneOrMore':
      return compose`${path(one.of)}（重复一次或多次）`;
    case 'zeroOrOne':
      return compose`${path(one.of)}（至多一次）`;
    case 'unknown':
      return compose`（本页无法解读的路径）`;
  }
}

export const CHINESE_WORDS: ShapeWords = {
  path,
  list: (phrases, word) =>
    joinPhrases(phrases, { comma: '，', last: word === 'and' ? '，且' : '，或' }),
  lead: (targets) => {
    const of = (kind: ShapeTarget['kind']) =>
      targets
        .filter((target) => target.kind === kind)
        .map(({ term }) => (kind === 'node' ? compose`“${{ term }}”` : quoted(term.value)));
    const groups = [
      ...(of('class').length > 0 ? [compose`每个${names(of('class'))}`] : []),
      ...(of('node').length > 0 ? [of('node').flat()] : []),
      ...(of('subjectsOf').length > 0 ? [compose`凡有${names(of('subjectsOf'))}者`] : []),
      ...(of('objectsOf').length > 0 ? [compose`${names(of('objectsOf'))}的每个值`] : []),
      ...(of('other').length > 0 ? [compose`该形状以查询选定的对象`] : []),
    ];
    return joinPhrases(groups, { comma: '，', last: '，以及' });
  },

  isOfClass: (iri, mood) => compose`${must(mood)}为${quoted(iri)}`,
  hasDatatype: (iri, mood) => {
    const [name, code] = datatypeOf(iri);
    const known = Object.hasOwn(DATATYPES, name) ? DATATYPES[name] : undefined;
    return known === undefined
      ? compose`${must(mood)}为 ${{ code }} 类型的值`
      : compose`${must(mood)}为${known}（${{ code }}）`;
  },
  hasNodeKind: (name, mood) =>
    compose`${must(mood)}为${NODE_KINDS[name] ?? { code: `sh:${name}` }}`,
  isOneOf: (values, mood) =>
    values.length === 1
      ? compose`${must(mood)}为“${{ term: values[0]! }}”`
      : compose`${must(mood)}为下列之一：${joinPhrases(
          values.map((term) => compose`“${{ term }}”`),
          { comma: '', last: '' },
        )}`,
  isValue: (value, mood) => compose`${must(mood)}为“${{ term: value }}”`,
  matches: (pattern, flags, mood) =>
    compose`${must(mood)}符合模式 ${{ code: pattern }}${
      flags === undefined || flags === ''
        ? []
        : flags === 'i'
          ? compose`（不分大小写）`
          : compose`（标志 ${{ code: flags }}）`
    }`,
  isInLanguages: (languages, mood) =>
    compose`${must(mood)}使用语言 ${joinPhrases(
      languages.map((code) => [{ code }]),
      { comma: '、', last: ' 或 ' },
    )}`,
  hasLength: (bound, characters, mood) =>
    compose`${bound === 'min' ? `${must(mood)}至少有` : `${mood === 'must' ? '至多可' : '至多'}有`} ${characters} 个字符`,
  isBounded: (kind, value, mood) => compose`${must(mood)}${BOUNDS[kind]} ${{ term: value }}`,
  isLessThan: (iri, orEquals, mood) =>
    compose`${must(mood)}${orEquals ? '不大于' : '小于'}${quoted(iri)}`,
  conforms: (name, mood) => compose`${must(mood)}符合“${name}”`,
  alternatives: (kind, alternatives, mood) => {
    const how = { and: '下列各项', or: '下列至少一项', xone: '下列一项，且仅一项' }[kind];
    return compose`${must(mood)}符合${how}：${{ alternatives }}`;
  },
  isExactlyOneOf: (kind, alternatives, mood) =>
    compose`${must(mood)}为${joinPhrases(alternatives.map(withoutBe), { comma: '、', last: '或' })}${
      kind === 'xone' ? '，且仅为其一' : ''
    }`,
  not: (inner, mood) => compose`${mood === 'must' ? '不得' : '不'}符合以下情形：${inner}`,
  isNot: (inner, mood) => compose`${mood === 'must' ? '不得' : '不'}为${withoutBe(inner)}`,
  conformsNot: (name, mood) => compose`${mood === 'must' ? '不得' : '不'}符合“${name}”`,
  closed: (ignored, mood) =>
    compose`除此处所列属性${
      ignored.length === 0 ? [] : compose`和${ignored.flatMap(quoted)}`
    }外，${mood === 'must' ? '不得有' : '没有'}其他属性`,

  has: (property, cardinality, values, mood) => {
    if (cardinality.max === 0) return compose`${mood === 'must' ? '不得有' : '没有'}${property}`;
    const head = counted(property, cardinality, mood);
    if (!values) return head;
    const each = cardinality.max === 1 ? '其值' : '每个值';
    return compose`${head}，${each}${mood === 'is' ? '' : '须'}${joinPhrases(values, { comma: '，', last: '，且' })}`;
  },
  hasQualified: (property, cardinality, inner, mood) =>
    cardinality.max === 0
      ? compose`${mood === 'must' ? '不得有' : '没有'}符合以下条件的${property}：${inner}`
      : compose`${counted(property, cardinality, mood)}符合以下条件：${inner}`,
  hasValue: (property, value, mood) => compose`${property}的值${must(mood)}含“${{ term: value }}”`,
  hasSameValues: (property, other, mood) =>
    compose`${property}的值${must(mood)}与${quoted(other)}的值相同`,
  hasOtherValues: (property, other, mood) =>
    compose`${property}与${quoted(other)}${mood === 'must' ? '不得有' : '没有'}相同的值`,
  hasUniqueLanguages: (property, mood) =>
    compose`${property}每种语言${mood === 'must' ? '至多可有' : '至多有'}一条`,
  inUniqueLanguages: (phrases) => compose`${phrases}，且语言各不相同`,
  sparql: (message, mood) =>
    message === undefined
      ? compose`${must(mood)}通过一项 SPARQL 检验`
      : compose`${must(mood)}通过一项 SPARQL 检验：${message}`,
  unknown: (name) => compose`另有一项约束，本页无法表述：${{ code: name }}`,
  nothing: () => compose`不作任何要求`,
};

function counted(property: Phrase, { min, max }: Cardinality, mood: GrammaticalMood): Phrase {
  const may = mood === 'must' ? '可有' : '有';
  if (min === 0 && max === undefined) return compose`${may}任意多个${property}`;
  if (min === 0) return compose`至多${may}${max === 1 ? '一个' : ` ${max ?? 0} 个`}${property}`;
  const number = (count: number) => (count === 1 ? '一个' : ` ${count} 个`);
  if (min === max) return compose`${must(mood)}有且仅有${number(min)}${property}`;
  if (max === undefined) return compose`${must(mood)}至少有${number(min)}${property}`;
  return compose`${must(mood)}有 ${min} 至 ${max} 个${property}`;
}

/** "为陈述" without its verb, for a list after one verb. */
function withoutBe(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase.filter((part) => part !== '');
  return typeof first === 'string' && first.startsWith('为')
    ? [first.slice(1), ...rest]
    : [first ?? '', ...rest];
}
