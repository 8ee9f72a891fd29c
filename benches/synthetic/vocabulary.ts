/** The names of which the synthetic releases are made, as N-Quads writes them. */

export const BASE = 'https://kg.example/';

/** The thing of a kind with a name. */
export const thing = (kind: string, name: string) => `<${BASE}id/${kind}/${name}>`;
export const graphNamed = (name: string) => `<${BASE}graph/${name}>`;

const namespace = (iri: string) => (name: string) => `<${iri}${name}>`;
export const edu = namespace(`${BASE}def/edu#`);
export const dct = namespace('http://purl.org/dc/terms/');
export const oa = namespace('http://www.w3.org/ns/oa#');
export const org = namespace('http://www.w3.org/ns/org#');
export const prov = namespace('http://www.w3.org/ns/prov#');
export const rdf = namespace('http://www.w3.org/1999/02/22-rdf-syntax-ns#');
export const schema = namespace('https://schema.org/');
export const skos = namespace('http://www.w3.org/2004/02/skos/core#');
export const voidOf = namespace('http://rdfs.org/ns/void#');
const xsd = namespace('http://www.w3.org/2001/XMLSchema#');

/** Literals; the texts hold nothing that must be escaped. */
export const text = (value: string) => `"${value}"`;
export const english = (value: string) => `"${value}"@en`;
export const chinese = (value: string) => `"${value}"@zh-Hans`;
export const integer = (value: number) => `"${value}"^^${xsd('integer')}`;
export const decimal = (value: number) => `"${value.toFixed(1)}"^^${xsd('decimal')}`;
export const truth = `"true"^^${xsd('boolean')}`;
export const date = (value: string) => `"${value}"^^${xsd('date')}`;
export const monthDay = (value: string) => `"--${value}"^^${xsd('gMonthDay')}`;

export const COMPARATORS = ['exactly', 'nearly', 'over', 'at-least', 'about'].map(edu);
export const UNITS = [
  'countries',
  'countries-and-regions',
  'countries-and-territories',
  'persons',
  'students',
  'schools',
  'projects',
  'agreements',
  'conferences',
  'scholarships',
  'percent',
  'institutions',
].map(edu);
export const LABEL_STATUSES = ['official', 'attested', 'projectTranslation', 'unattested'].map(edu);

/** Words of made-up labels and claims, in both languages at the same place. */
export const WORDS: readonly (readonly [string, string])[] = [
  ['cooperation', '合作'],
  ['exchange', '交流'],
  ['university', '大学'],
  ['language', '语言'],
  ['research', '科研'],
  ['vocational', '职业'],
  ['digital', '数字'],
  ['platform', '平台'],
  ['partner', '伙伴'],
  ['student', '学生'],
  ['teacher', '教师'],
  ['agreement', '协议'],
  ['regional', '区域'],
  ['conference', '大会'],
  ['innovation', '创新'],
  ['scholarship', '奖学金'],
  ['institute', '学院'],
  ['school', '学校'],
  ['culture', '文化'],
  ['science', '科学'],
  ['training', '培训'],
  ['employment', '就业'],
  ['quality', '质量'],
  ['degree', '学位'],
];
