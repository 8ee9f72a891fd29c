/** The texts of the data page. */
import type { InterfaceLanguage } from '../parts/messages.ts';

interface DataWords {
  readonly title: string;
  readonly lead: string;
  readonly contents: string;
  readonly glance: string;
  readonly changed: string;
  readonly issued: string;
  readonly version: string;
  readonly publisher: string;
  readonly creator: string;
  readonly rights: string;
  readonly numbers: string;
  readonly statements: string;
  readonly resources: string;
  readonly graphs: string;
  readonly classesCount: string;
  readonly propertiesCount: string;
  readonly classes: string;
  readonly properties: string;
  readonly all: string;
  readonly labelLanguages: string;
  readonly withoutLanguage: string;
  readonly links: string;
  readonly linksLead: string;
  readonly target: string;
  readonly by: string;
  readonly linkCount: string;
  readonly statementCount: string;
  readonly plain: string;
  readonly compressed: string;
  readonly dumps: string;
  readonly dumpsLead: string;
  readonly permanent: string;
  readonly checksum: string;
  readonly graphsTitle: string;
  readonly graphsLead: string;
  readonly graph: string;
  readonly terms: string;
  readonly outside: string;
  readonly voidGraph: string;
  readonly moreGraphs: string;
  readonly cite: string;
  readonly citeLead: string;
  readonly ways: string;
  readonly waysLead: string;
  readonly machines: string;
}

export const DATA_WORDS: Readonly<Record<InterfaceLanguage, DataWords>> = {
  en: {
    title: 'Data',
    lead: 'Everything shown on this site can be downloaded: as files, by query, or one resource at a time. This page describes the content, the terms of use and the ways to get it.',
    contents: 'On this page',
    glance: 'At a glance',
    changed: 'Last changed',
    issued: 'Published',
    version: 'Version',
    publisher: 'Publisher',
    creator: 'Author',
    rights: 'Licence and rights',
    numbers: 'What is in it',
    statements: 'statements',
    resources: 'resources',
    graphs: 'named graphs',
    classesCount: 'classes',
    propertiesCount: 'properties',
    classes: 'Most used classes',
    properties: 'Most used properties',
    all: 'All of them',
    labelLanguages: 'Languages of names',
    withoutLanguage: 'without a language',
    links: 'Links to other datasets',
    linksLead:
      'Where resources of this dataset are identified with, or likened to, resources of others.',
    target: 'Leads to',
    by: 'By the property',
    linkCount: 'Links',
    statementCount: 'Statements',
    plain: 'plain',
    compressed: 'compressed',
    dumps: 'Take it whole',
    dumpsLead:
      'All statements as one file, in three syntaxes. Each has two addresses: one for the latest version, one that names its version and never changes.',
    permanent: 'permanent address',
    checksum: 'SHA-256',
    graphsTitle: 'Named graphs',
    graphsLead:
      'Statements are in the graph of the file they come from, so that the origin of each is known, and one part can be used alone.',
    graph: 'Graph',
    terms: 'Terms',
    outside: 'not in the default graph',
    voidGraph: 'What is in the dataset, counted by the program that publishes it.',
    moreGraphs: 'more graphs',
    cite: 'How to cite',
    citeLead: 'Made from the metadata of the dataset; missing parts are left out.',
    ways: 'Ways in',
    waysLead:
      'Every interface, its purpose, and code to copy. The examples query this site and run unchanged.',
    machines: 'For machines',
  },
  'zh-hans': {
    title: '数据',
    lead: '本站内容均可取用：整包下载、查询获取，或逐一读取。以下说明数据内容、使用条件和取用方式。',
    contents: '本页内容',
    glance: '概况',
    changed: '最近更新',
    issued: '发布日期',
    version: '版本',
    publisher: '发布者',
    creator: '作者',
    rights: '许可与权利',
    numbers: '数据内容',
    statements: '条语句',
    resources: '个资源',
    graphs: '个命名图',
    classesCount: '个类',
    propertiesCount: '个属性',
    classes: '最常用的类',
    properties: '最常用的属性',
    all: '查看全部',
    labelLanguages: '名称的语言',
    withoutLanguage: '未标语言',
    links: '与其他数据集的链接',
    linksLead: '本数据集中的事物与他处的事物相同或相近之处。',
    target: '指向',
    by: '所用属性',
    linkCount: '链接数',
    statementCount: '语句数',
    plain: '未压缩',
    compressed: '已压缩',
    dumps: '整包下载',
    dumpsLead:
      '全部语句，一个文件，三种语法。每个文件有两个地址：一个总是最新版本，一个写明版本、内容永不改变。',
    permanent: '固定地址',
    checksum: 'SHA-256',
    graphsTitle: '命名图',
    graphsLead: '语句按来源文件分属各图，因此可以说明出自何处，也可以只取其中一部分。',
    graph: '图',
    terms: '使用条件',
    outside: '不在默认图之内',
    voidGraph: '由发布程序统计的数据集内容。',
    moreGraphs: '个图未列出',
    cite: '如何引用',
    citeLead: '依据数据自身的说明生成，未说明的项目从略。',
    ways: '取用方式',
    waysLead: '各种接口的用途及可复制的代码。示例均指向本站，可直接运行。',
    machines: '供机器读取',
  },
};
