/** The texts of the search page. */
import type { InterfaceLanguage } from '../parts/messages.ts';

export interface SearchWords {
  readonly found: (count: string, isOne: boolean) => string;
  readonly nothing: string;
  /** No result contains all words. */
  readonly some: string;
  readonly insteadOf: (typed: string) => string;
  readonly shown: (read: readonly string[]) => string;
  readonly cut: string;
  readonly bounded: (indexed: string, resources: string) => string;
  readonly types: string;
  readonly allTypes: string;
  readonly moreTypes: (count: string) => string;
  readonly didYouMean: string;
  readonly howTo: string;
  readonly ways: readonly string[];
  readonly ask: string;
  readonly lead: (resources: string) => string;
  readonly entrances: string;
  readonly browse: string;
  readonly everything: string;
  readonly pageOf: (page: string, pages: string) => string;
  readonly pages: string;
}

const en: SearchWords = {
  found: (count, isOne) => (isOne ? 'One result' : `${count} results`),
  nothing: 'Nothing was found',
  some: 'Nothing has all of these words. These have some of them, those with the most first.',
  insteadOf: (typed) => `Nothing has “${typed}”.`,
  shown: (read) => `These have ${read.map((word) => `“${word}”`).join(' or ')}.`,
  cut: 'There are too many words; only the first ones were searched.',
  bounded: (indexed, resources) =>
    `The search covers ${indexed} of ${resources} resources; the others are found by their whole IRI and by SPARQL.`,
  types: 'By type',
  allTypes: 'All types',
  moreTypes: (count) => `${count} more`,
  didYouMean: 'Did you mean',
  howTo: 'How to search',
  ways: [
    'Type words, or how they begin. All of them are searched; typing errors are tolerated.',
    'Type Chinese without spaces. Any part of a name will do.',
    'Type figures with or without commas.',
    'Paste an IRI, or a short name with a prefix.',
    'Texts are searched up to their first 1,000 characters.',
  ],
  ask: 'Ask in SPARQL, which finds everything there is.',
  lead: (resources) => `Names and texts of ${resources} resources, in all their languages.`,
  entrances: 'Where to begin',
  browse: 'Browse by type',
  everything: 'Everything of the type',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  pages: 'Pages of results',
};

const zhHans: SearchWords = {
  found: (count) => `${count} 条结果`,
  nothing: '没有找到结果',
  some: '没有同时包含全部词语的条目。以下条目包含其中一部分，包含较多者在前。',
  insteadOf: (typed) => `没有条目包含“${typed}”。`,
  shown: (read) => `以下条目包含${read.map((word) => `“${word}”`).join('或')}。`,
  cut: '词语过多，仅搜索了前面的词。',
  bounded: (indexed, resources) =>
    `可搜索 ${resources} 个资源中的 ${indexed} 个；其余资源可用完整 IRI 或 SPARQL 查找。`,
  types: '按类型',
  allTypes: '全部类型',
  moreTypes: (count) => `另外 ${count} 种`,
  didYouMean: '您要找的是不是',
  howTo: '如何搜索',
  ways: [
    '输入词语或其开头，系统会查找同时包含全部词语的条目，并容许拼写错误。',
    '中文无需用空格分词，输入名称中的任意部分即可。',
    '数字带不带千位分隔符均可。',
    '也可粘贴 IRI，或输入带前缀的短名称。',
    '长文本只搜索前 1,000 个字符。',
  ],
  ask: '用 SPARQL 查询，可查到全部内容。',
  lead: (resources) => `搜索 ${resources} 个资源的名称和文字，不限语言。`,
  entrances: '从这里开始',
  browse: '按类型浏览',
  everything: '此类型的全部条目',
  pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  pages: '结果分页',
};

export const SEARCH_WORDS: Readonly<Record<InterfaceLanguage, SearchWords>> = {
  en,
  'zh-hans': zhHans,
};
