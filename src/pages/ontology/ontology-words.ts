/** The texts of the page of an ontology. */
import type { InterfaceLanguage } from '../parts/messages.ts';

const en = {
  title: 'Ontology',
  lead: 'The vocabulary of this dataset: its classes and properties, what they mean, and how often they are used.',
  otherTerms: 'Taken from others',
  classes: 'Classes',
  properties: 'Properties',
  codeLists: 'Code lists',
  others: 'Other terms',
  reused: 'Terms of other vocabularies',
  reusedLead: 'Terms that the dataset reuses. By vocabulary, the most used first.',
  shapes: 'Rules',
  shapesLead:
    'The constraints on the data, as text. The same shapes are tested whenever the dataset is checked; unless stated otherwise, data that does not conform is a violation.',
  onThisPage: 'On this page',
  version: 'Version',
  license: 'Licence',
  created: 'Created',
  modified: 'Changed',
  allTermsPage: 'All terms of the dataset',
  allStatements: 'All statements about this document',
  allOfIt: 'All statements about it',

  diagram: 'How the classes are connected',
  diagramLead:
    'A line leads from a property to the class of its values, according to the ontology or the data; a dashed line with a hollow head leads to the superclass.',
  diagramAsList: 'The same as a list',
  diagramOmitted: (count: string): string =>
    `Left out: ${count} more classes, which have fewer instances.`,
  everywhere: 'Not drawn, since many classes have them:',
  anywhere: (count: string): string => `${count} classes`,
  moreRows: (count: string): string => `+ ${count} more`,
  widerClass: 'kind of',

  instances: 'Instances',
  uses: 'Statements',
  above: 'Kind of',
  below: 'Kinds of it',
  aboveProperty: 'Narrower than',
  belowProperty: 'Wider than',
  conditions: 'Conditions',
  disjoint: 'Never also',
  usedWith: 'Described by',
  reachedBy: 'Reached by',
  domain: 'Domain',
  range: 'Range',
  subjects: 'Used on',
  values: 'Leads to',
  inverses: 'Inverse',
  equivalents: 'Same elsewhere',
  seeAlso: 'See also',
  rules: 'Rules',
  replacedBy: 'Use instead',
  deprecated: 'deprecated',
  alsoProperty: 'also a property',
  sample: (count: string): string => `in a sample of ${count}`,
  more: (count: string): string => `and ${count} more`,
  severities: { violation: '', warning: 'warning', info: 'hint', other: 'custom severity' },
  inactive: 'switched off',
  parts: 'Parts of rules',
  unsupportedExpressions: (count: string): string =>
    `${count} anonymous classes are not shown: their conditions do not fit into a sentence.`,
  indexOnly: (shown: string, all: string): string =>
    `In full: ${shown} of ${all} terms, own ones first and then by use. The others lead to pages of their own.`,
  indexCut: (count: string): string => `${count} more terms are not listed.`,
  queryAll: 'Query them all',
  listsCut: (count: string): string => `${count} more code lists are not listed.`,
  shapesCut: (count: string): string => `${count} more shapes are not listed.`,
  empty: 'This dataset says nothing yet, so it has no terms.',
  characteristics: {
    SymmetricProperty: 'both ways',
    TransitiveProperty: 'passes on',
    FunctionalProperty: 'one value at most',
    InverseFunctionalProperty: 'each value once',
    AsymmetricProperty: 'never both ways',
    ReflexiveProperty: 'holds of itself',
    IrreflexiveProperty: 'never of itself',
    AnnotationProperty: 'annotation',
    OntologyProperty: 'of ontologies',
  } as Readonly<Record<string, string>>,
} as const;

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer Parameters) => string
    ? (...args: Parameters) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

export type OntologyWords = Widened<typeof en>;

const zhHans: OntologyWords = {
  title: '本体',
  lead: '本数据集的用语：有哪些类别的事物，可以说明它们的哪些方面，以及在数据中用了多少次。',
  otherTerms: '复用术语',
  classes: '类',
  properties: '属性',
  codeLists: '代码表',
  others: '其他术语',
  reused: '复用自其他词表的术语',
  reusedLead: '已有的术语不再另造。按词表排列，常用者在前。',
  shapes: '规则',
  shapesLead:
    '数据应当符合的要求，以文字表述。每次校验数据集时都会检验这些形状；未另注明者，不符合即为违规。',
  onThisPage: '本页内容',
  version: '版本',
  license: '许可',
  created: '创建日期',
  modified: '修改日期',
  allTermsPage: '数据集的全部术语',
  allStatements: '关于本文档的全部陈述',
  allOfIt: '全部陈述',

  diagram: '类与类的关系',
  diagramLead:
    '实线由属性指向其值所属的类，依据为本体的规定或数据的实际用法；空心箭头的虚线指向上位类。',
  diagramAsList: '以列表显示',
  diagramOmitted: (count) => `另有 ${count} 个实例较少的类未画出。`,
  everywhere: '为多个类所共有、故未画出的属性：',
  anywhere: (count) => `${count} 个类`,
  moreRows: (count) => `另有 ${count} 项`,
  widerClass: '属于',

  instances: '实例',
  uses: '陈述',
  above: '上位类',
  below: '下位类',
  aboveProperty: '上位属性',
  belowProperty: '下位属性',
  conditions: '条件',
  disjoint: '互斥类',
  usedWith: '所用属性',
  reachedBy: '指向它的属性',
  domain: '定义域',
  range: '值域',
  subjects: '用于',
  values: '指向',
  inverses: '逆属性',
  equivalents: '外部对应',
  seeAlso: '另见',
  rules: '规则',
  replacedBy: '改用',
  deprecated: '已弃用',
  alsoProperty: '同时为属性',
  sample: (count) => `抽样 ${count} 条`,
  more: (count) => `等，另有 ${count} 项`,
  severities: { violation: '', warning: '警告', info: '提示', other: '自定级别' },
  inactive: '已停用',
  parts: '规则的组成部分',
  unsupportedExpressions: (count) => `有 ${count} 个匿名类含义复杂，无法以一句话表述，故未列出。`,
  indexOnly: (shown, all) =>
    `共 ${all} 个术语，其中 ${shown} 个全文显示（自有术语优先，其次按使用次数）；其余可点入各自的页面。`,
  indexCut: (count) => `另有 ${count} 个术语未列出。`,
  queryAll: '查询全部',
  listsCut: (count) => `另有 ${count} 个代码表未列出。`,
  shapesCut: (count) => `另有 ${count} 个形状未列出。`,
  empty: '本数据集尚无内容，因此没有术语。',
  characteristics: {
    SymmetricProperty: '对称',
    TransitiveProperty: '可传递',
    FunctionalProperty: '至多一个值',
    InverseFunctionalProperty: '值不重复',
    AsymmetricProperty: '非对称',
    ReflexiveProperty: '自反',
    IrreflexiveProperty: '非自反',
    AnnotationProperty: '注释属性',
    OntologyProperty: '本体属性',
  },
};

const WORDS: Readonly<Record<InterfaceLanguage, OntologyWords>> = { en, 'zh-hans': zhHans };

export const ontologyWords = (language: InterfaceLanguage): OntologyWords => WORDS[language];
