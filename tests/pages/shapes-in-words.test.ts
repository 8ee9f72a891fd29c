/** Shapes in words: what stands in a shape is said in both languages, and nothing is left out in silence. */
import { describe, expect, it } from 'vitest';
import { readShapes, type Shape, type Shapes } from '../../src/description/index.ts';
import type { Phrase } from '../../src/pages/ontology/shapes/phrase.ts';
import { demandsOf } from '../../src/pages/ontology/shapes/verbalize-shape.ts';
import { englishWords } from '../../src/pages/ontology/shapes/shape-words-en.ts';
import { CHINESE_WORDS } from '../../src/pages/ontology/shapes/shape-words-zh.ts';
import { pickLanguage } from '../../src/rdf/index.ts';
import { datasetOf, MAIN_GRAPH } from '../support/dataset-of.ts';

const PREFIXES = `
  @prefix sh: <http://www.w3.org/ns/shacl#> .
  @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix owl: <http://www.w3.org/2002/07/owl#> .`;

const shapesIn = async (turtle: string): Promise<Shapes> =>
  readShapes(await datasetOf(PREFIXES + turtle), [MAIN_GRAPH]);

const localName = (iri: string) => iri.replace(/^.*[#/]/, '');

/** The words without their links. */
function textOf(phrase: Phrase): string {
  return phrase
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('iri' in part) return localName(part.iri);
      if ('term' in part)
        return part.term.termType === 'NamedNode' ? localName(part.term.value) : part.term.value;
      if ('code' in part) return `[${part.code}]`;
      if ('anchor' in part) return part.text;
      return part.alternatives.map((one, index) => `(${index + 1}) ${textOf(one)}`).join(' ');
    })
    .join('');
}

function verbalizerFor(language: 'en' | 'zh') {
  return {
    words: language === 'en' ? englishWords(localName) : CHINESE_WORDS,
    preferredLanguages: [language],
    nameOf: (shape: Shape) => {
      const label = pickLanguage(shape.labels, [language]);
      return shape.iri === undefined || !label ? undefined : [label.text];
    },
  };
}

const said = (shape: Shape | undefined, language: 'en' | 'zh'): string[] =>
  shape ? demandsOf(shape, verbalizerFor(language)).map(({ phrase }) => textOf(phrase)) : [];

/** Turtle after "e:S a sh:NodeShape ; sh:targetClass e:Book", and what it says. */
const CASES: readonly [turtle: string, en: string, zh: string][] = [
  // How many.
  [
    'sh:property [ sh:path e:isbn ; sh:minCount 1 ; sh:maxCount 1 ]',
    'must have exactly one isbn',
    '须有且仅有一个“isbn”',
  ],
  [
    'sh:property [ sh:path e:isbn ; sh:minCount 1 ]',
    'must have at least one isbn',
    '须至少有一个“isbn”',
  ],
  [
    'sh:property [ sh:path e:isbn ; sh:minCount 2 ]',
    'must have at least 2 of isbn',
    '须至少有 2 个“isbn”',
  ],
  [
    'sh:property [ sh:path e:isbn ; sh:maxCount 1 ]',
    'may have at most one isbn',
    '至多可有一个“isbn”',
  ],
  [
    'sh:property [ sh:path e:isbn ; sh:maxCount 3 ]',
    'may have at most 3 of isbn',
    '至多可有 3 个“isbn”',
  ],
  ['sh:property [ sh:path e:isbn ; sh:maxCount 0 ]', 'must have no isbn', '不得有“isbn”'],
  [
    'sh:property [ sh:path e:isbn ; sh:minCount 2 ; sh:maxCount 2 ]',
    'must have exactly 2 of isbn',
    '须有且仅有 2 个“isbn”',
  ],
  [
    'sh:property [ sh:path e:isbn ; sh:minCount 1 ; sh:maxCount 4 ]',
    'must have from 1 to 4 of isbn',
    '须有 1 至 4 个“isbn”',
  ],
  ['sh:property [ sh:path e:isbn ]', 'may have any number of isbn', '可有任意多个“isbn”'],
  // What each value is.
  [
    'sh:property [ sh:path e:by ; sh:minCount 1 ; sh:maxCount 1 ; sh:class e:Author ]',
    'must have exactly one by, which must be an Author',
    '须有且仅有一个“by”，其值须为“Author”',
  ],
  [
    'sh:property [ sh:path e:in ; sh:class e:Unit ]',
    'may have any number of in, each of which must be a Unit',
    '可有任意多个“in”，每个值须为“Unit”',
  ],
  [
    'sh:property [ sh:path e:pages ; sh:maxCount 1 ; sh:minInclusive 1 ; sh:maxExclusive 10000 ; sh:datatype xsd:integer ]',
    'may have at most one pages, which must be a whole number ([xsd:integer]), be at least 1 and be less than 10000',
    '至多可有一个“pages”，其值须为整数（[xsd:integer]），不小于 1，且小于 10000',
  ],
  [
    'sh:property [ sh:path e:n ; sh:minExclusive 0 ; sh:maxInclusive 9 ]',
    'may have any number of n, each of which must be greater than 0 and be at most 9',
    '可有任意多个“n”，每个值须大于 0，且不大于 9',
  ],
  [
    'sh:property [ sh:path e:n ; sh:datatype e:Roman ]',
    'may have any number of n, each of which must be a value of the datatype [http://e.example/Roman]',
    '可有任意多个“n”，每个值须为 [http://e.example/Roman] 类型的值',
  ],
  [
    'sh:property [ sh:path e:at ; sh:nodeKind sh:IRI ]',
    'may have any number of at, each of which must be an IRI',
    '可有任意多个“at”，每个值须为 IRI',
  ],
  [
    'sh:property [ sh:path e:at ; sh:nodeKind sh:BlankNodeOrIRI ]',
    'may have any number of at, each of which must be a thing, not a literal',
    '可有任意多个“at”，每个值须为事物（非字面量）',
  ],
  [
    'sh:property [ sh:path e:state ; sh:in ( e:new e:old 3 ) ]',
    'may have any number of state, each of which must be one of “new”, “old” or 3',
    '可有任意多个“state”，每个值须为下列之一：“new”“old”“3”',
  ],
  [
    'sh:property [ sh:path e:isbn ; sh:pattern "^[0-9X]+$" ; sh:flags "i" ]',
    'may have any number of isbn, each of which must match the pattern [^[0-9X]+$] in capital or small letters',
    '可有任意多个“isbn”，每个值须符合模式 [^[0-9X]+$]（不分大小写）',
  ],
  [
    'sh:property [ sh:path e:code ; sh:minLength 1 ; sh:maxLength 8 ]',
    'may have any number of code, each of which must have at least 1 character and have at most 8 characters',
    '可有任意多个“code”，每个值须至少有 1 个字符，且至多有 8 个字符',
  ],
  [
    'sh:property [ sh:path e:title ; sh:minCount 1 ; sh:uniqueLang true ; sh:languageIn ( "en" "zh-Hans" "zh-hans" ) ]',
    'must have at least one title, each of which must be in one of the languages [en] or [zh-Hans], no two of them in the same language',
    '须至少有一个“title”，每个值须使用语言 [en] 或 [zh-Hans]，且语言各不相同',
  ],
  [
    'sh:property [ sh:path e:title ; sh:uniqueLang true ]',
    'must have at most one title in each language',
    '“title”每种语言至多可有一条',
  ],
  // Against other properties.
  [
    'sh:property [ sh:path e:a ; sh:equals e:b ]',
    'must have the same for a as for b',
    '“a”的值须与“b”的值相同',
  ],
  [
    'sh:property [ sh:path e:a ; sh:disjoint e:b ]',
    'must have nothing for a that it has for b',
    '“a”与“b”不得有相同的值',
  ],
  [
    'sh:property [ sh:path e:a ; sh:maxCount 1 ; sh:lessThan e:b ]',
    'may have at most one a, which must be less than b',
    '至多可有一个“a”，其值须小于“b”',
  ],
  [
    'sh:property [ sh:path e:a ; sh:maxCount 1 ; sh:lessThanOrEquals e:b ]',
    'may have at most one a, which must be not greater than b',
    '至多可有一个“a”，其值须不大于“b”',
  ],
  ['sh:property [ sh:path e:a ; sh:hasValue e:x ]', 'must have “x” for a', '“a”的值须含“x”'],
  [
    'sh:property [ sh:path e:a ; sh:hasValue true ; sh:maxCount 1 ]',
    'may have at most one a and must have true for a',
    '至多可有一个“a”，且“a”的值须含“true”',
  ],
  // Values that are asked in turn.
  [
    'sh:property [ sh:path e:by ; sh:node [ sh:property [ sh:path e:name ; sh:minCount 1 ] ] ]',
    'may have any number of by, each of which must have at least one name',
    '可有任意多个“by”，每个值须至少有一个“name”',
  ],
  [
    'sh:property [ sh:path e:by ; sh:qualifiedValueShape [ sh:class e:Author ] ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ]',
    'must have exactly one by that is an Author',
    '须有且仅有一个“by”符合以下条件：为“Author”',
  ],
  [
    'sh:property [ sh:path e:by ; sh:qualifiedValueShape [ sh:class e:Robot ] ; sh:qualifiedMaxCount 0 ]',
    'must have no by that is a Robot',
    '不得有符合以下条件的“by”：为“Robot”',
  ],
  // Of the thing itself.
  ['sh:class e:Work', 'must be a Work', '须为“Work”'],
  ['sh:nodeKind sh:IRI ', 'must be an IRI', '须为 IRI'],
  ['sh:or ( [ sh:class e:A ] [ sh:class e:B ] )', 'must be an A or a B', '须为“A”或“B”'],
  [
    'sh:xone ( [ sh:class e:A ] [ sh:class e:B ] )',
    'must be exactly one of these: an A or a B',
    '须为“A”或“B”，且仅为其一',
  ],
  ['sh:not [ sh:class e:Map ]', 'must not be a Map', '不得为“Map”'],
  [
    'sh:not [ sh:property [ sh:path e:a ; sh:minCount 1 ] ]',
    'must not be one that has at least one a',
    '不得符合以下情形：至少有一个“a”',
  ],
  ['sh:not e:Other', 'must not fit “the other”', '不得符合“其他”'],
  ['sh:node e:Other', 'must fit “the other”', '须符合“其他”'],
  [
    'sh:xone ( [ sh:property [ sh:path e:a ; sh:minCount 1 ; sh:class e:A ] ] [ sh:property [ sh:path e:a ; sh:maxCount 0 ] ] )',
    'must be such that exactly one of this holds: (1) it has at least one a, each of which is an A (2) it has no a',
    '须符合下列一项，且仅一项：(1) 至少有一个“a”，每个值为“A” (2) 没有“a”',
  ],
  [
    'sh:and ( e:Other [ sh:property [ sh:path e:a ; sh:maxCount 1 ] ] )',
    'must be such that all of this holds: (1) it fits “the other” (2) it has at most one a',
    '须符合下列各项：(1) 符合“其他” (2) 至多有一个“a”',
  ],
  [
    'sh:closed true ; sh:ignoredProperties ( rdf:type )',
    'must have no properties but those named here and type',
    '除此处所列属性和“type”外，不得有其他属性',
  ],
  ['sh:closed false', 'may have anything', '不作任何要求'],
  [
    'sh:sparql [ sh:message "No two overlap."@en , "不得重叠。"@zh ; sh:select "SELECT $this {}" ]',
    'must pass a test in SPARQL: No two overlap.',
    '须通过一项 SPARQL 检验：不得重叠。',
  ],
  [
    'sh:sparql [ sh:select "SELECT $this {}" ]',
    'must pass a test in SPARQL',
    '须通过一项 SPARQL 检验',
  ],
  // What there are no words for is named.
  [
    'sh:somethingNew 3',
    'has a constraint that this page cannot express: [sh:somethingNew]',
    '另有一项约束，本页无法表述：[sh:somethingNew]',
  ],
  [
    'e:maxWords 6',
    'has a constraint that this page cannot express: [http://e.example/maxWords]',
    '另有一项约束，本页无法表述：[http://e.example/maxWords]',
  ],
  [
    'sh:property [ sh:path e:a ; sh:maxCount "many" ]',
    'has a constraint that this page cannot express: [sh:maxCount]',
    '另有一项约束，本页无法表述：[sh:maxCount]',
  ],
  [
    'sh:property [ sh:path e:a ; sh:qualifiedValueShape [ sh:class e:A ] ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true ]',
    'must have at least one a that is an A and has a constraint that this page cannot express: [sh:qualifiedValueShapesDisjoint]',
    '须至少有一个“a”符合以下条件：为“A”，且另有一项约束，本页无法表述：[sh:qualifiedValueShapesDisjoint]',
  ],
  // Paths.
  [
    'sh:property [ sh:path ( e:a e:b ) ; sh:minCount 1 ]',
    'must have at least one a › b',
    '须至少有一个“a”›“b”',
  ],
  [
    'sh:property [ sh:path [ sh:alternativePath ( e:a e:b e:c ) ] ; sh:maxCount 0 ]',
    'must have no a, b or c',
    '不得有“a”“b”或“c”',
  ],
  [
    'sh:property [ sh:path [ sh:inversePath e:a ] ; sh:minCount 1 ]',
    'must have at least one a the other way round',
    '须至少有一个反向的“a”',
  ],
  [
    'sh:property [ sh:path [ sh:zeroOrMorePath e:a ] ; sh:minCount 1 ]',
    'must have at least one a followed any number of times',
    '须至少有一个“a”（重复任意次）',
  ],
  [
    'sh:property [ sh:path [ sh:oneOrMorePath e:a ] ; sh:minCount 1 ]',
    'must have at least one a followed once or more',
    '须至少有一个“a”（重复一次或多次）',
  ],
  [
    'sh:property [ sh:path [ sh:zeroOrOnePath e:a ] ; sh:minCount 1 ]',
    'must have at least one a followed at most once',
    '须至少有一个“a”（至多一次）',
  ],
  [
    'sh:property [ sh:path "no path" ; sh:minCount 1 ]',
    'must have at least one a path that this page cannot read',
    '须至少有一个（本页无法解读的路径）',
  ],
];

const AROUND = `
  e:Other a sh:NodeShape ; rdfs:label "the other"@en , "其他"@zh ; sh:class e:Thing .
  e:Component a sh:ConstraintComponent ; sh:parameter [ sh:path e:maxWords ] .
  e:S a sh:NodeShape ; sh:targetClass e:Book ; `;

describe('what a shape asks of a book', () => {
  it.each(CASES)('%s', async (turtle, en, zh) => {
    const { targeted } = await shapesIn(`${AROUND}${turtle} .`);
    const shape = targeted.find(({ iri }) => iri?.endsWith('/S'));
    expect({ en: said(shape, 'en'), zh: said(shape, 'zh') }).toEqual({ en: [en], zh: [zh] });
  });
});

describe('what a shape is about', () => {
  it.each([
    ['sh:targetClass e:Book', 'every Book', '每个“Book”'],
    ['sh:targetClass e:Atlas , e:Book', 'every Atlas or Book', '每个“Atlas”或“Book”'],
    ['sh:targetNode e:moby', 'moby', '“moby”'],
    ['sh:targetSubjectsOf e:isbn', 'whatever has isbn', '凡有“isbn”者'],
    ['sh:targetObjectsOf e:by', 'every value of by', '“by”的每个值'],
    [
      'sh:targetClass e:Book ; sh:targetSubjectsOf e:isbn ; sh:targetObjectsOf e:cites',
      'every Book, whatever has isbn, and every value of cites',
      '每个“Book”，凡有“isbn”者，以及“cites”的每个值',
    ],
    ['a owl:Class', 'every S', '每个“S”'],
    [
      'sh:target [ sh:select "SELECT ?this {}" ]',
      'whatever a query of the shape selects',
      '该形状以查询选定的对象',
    ],
  ])('%s', async (target, en, zh) => {
    const { targeted } = await shapesIn(`e:S a sh:NodeShape ; ${target} ; sh:nodeKind sh:IRI .`);
    const targets = targeted[0]?.targets ?? [];
    expect(
      [englishWords(localName), CHINESE_WORDS].map(({ lead }) => textOf(lead(targets))),
    ).toEqual([en, zh]);
  });
});

describe('reading shapes', () => {
  it('keeps severity, messages and whether a shape is switched off', async () => {
    const { targeted } =
      await shapesIn(`e:S sh:targetClass e:Book ; sh:deactivated true ; sh:property [
      sh:path e:a ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message "One is needed."@en ] .`);
    const [shape] = targeted;
    const [demand] = shape ? demandsOf(shape, verbalizerFor('en')) : [];
    expect([shape?.isActive, demand?.shape.severity, demand?.shape.messages]).toEqual([
      false,
      'warning',
      [{ text: 'One is needed.', language: 'en' }],
    ]);
  });

  it('leaves out properties that are switched off', async () => {
    const { targeted } = await shapesIn(
      'e:S sh:targetClass e:Book ; sh:property [ sh:path e:a ; sh:minCount 1 ; sh:deactivated true ] , [ sh:path e:b ; sh:minCount 1 ] .',
    );
    expect(said(targeted[0], 'en')).toEqual(['must have at least one b']);
  });

  it('ends where shapes stand in each other', async () => {
    const { targeted, parts } = await shapesIn(`
      e:S a sh:NodeShape ; sh:targetClass e:Book ; sh:property [ sh:path e:next ; sh:node e:S ] ; sh:node e:T .
      e:T sh:node e:S .`);
    expect(said(targeted[0], 'en')).toEqual([
      'must fit “…”',
      'may have any number of next, each of which must fit “…”',
    ]);
    expect(parts.map(({ iri }) => iri)).toEqual(['http://e.example/T']);
  });

  it('is bounded where shapes multiply', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) =>
        `e:s${n} sh:or ( ${Array.from({ length: 6 }, () => `[ sh:node e:s${n + 1} ]`).join(' ')} ) .`,
    );
    const started = performance.now();
    const { targeted } = await shapesIn(`e:s0 sh:targetClass e:Book . ${levels.join('\n')}`);
    expect(targeted).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('finds no shapes where there are none', async () => {
    expect(await shapesIn('e:a e:b e:c .')).toEqual({ targeted: [], parts: [], omitted: 0 });
  });
});
