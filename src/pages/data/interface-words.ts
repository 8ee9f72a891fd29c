/** The name and the purpose of each interface. */
import type { InterfaceLanguage } from '../parts/messages.ts';
import type { InterfaceName } from './interfaces.ts';

interface InterfaceWords {
  readonly title: string;
  /** The users and the purpose. */
  readonly purpose: string;
  /** Notes on its use. */
  readonly detail: string;
}

export const INTERFACE_WORDS: Readonly<
  Record<InterfaceLanguage, Readonly<Record<InterfaceName, InterfaceWords>>>
> = {
  en: {
    sparql: {
      title: 'SPARQL endpoint',
      purpose: 'Questions of your own',
      detail:
        'One address takes any query, by GET or POST. Tables come back as JSON, XML, CSV or TSV, graphs as Turtle, JSON-LD and more: choose by Accept or by format=.',
    },
    'saved-query': {
      title: 'A question of this site',
      purpose: 'An answer to build on',
      detail:
        'Every question of this site has an address: a page for people, the answer for programs. This is the first of them; /queries lists all.',
    },
    dereference: {
      title: 'One thing, by its identifier',
      purpose: 'Follow a link from data to data',
      detail:
        'Every identifier is an address. A browser gets a page there and a program gets data, in the syntax that it requests by Accept.',
    },
    dumps: {
      title: 'Everything as one file',
      purpose: 'Work offline, load it into a store of your own',
      detail:
        'The latest address leads to the current version; the permanent one names its version and never changes.',
    },
    search: {
      title: 'Search',
      purpose: 'Find a thing by its name',
      detail: 'What the search box finds, as JSON.',
    },
    network: {
      title: 'Nodes and edges',
      purpose: 'Draw it in Gephi, Cytoscape or NetworkX',
      detail:
        'GEXF, GraphML, Cytoscape, DOT, Graphology and tables in a ZIP. ?class= and ?resource=…&depth=2 take a part; the endpoint writes any CONSTRUCT as a network, too.',
    },
    'graph-store': {
      title: 'One named graph',
      purpose: 'One part of the dataset on its own',
      detail:
        'The Graph Store Protocol: a graph is named by graph=, or at its own address. ?default is everything as one graph.',
    },
    catalogue: {
      title: 'Catalogue and statistics',
      purpose: 'For portals and harvesters',
      detail:
        'DCAT lists the dataset, its dumps and its endpoint; VoID counts what is in it, class by class and property by property.',
    },
    memento: {
      title: 'State at a point in time',
      purpose: 'Cite what you saw, compare with today',
      detail:
        'Accept-Datetime leads to the version of that moment (Memento). Versions are commits; /timemap/… lists those of a document.',
    },
    ldes: {
      title: 'Stream of changes',
      purpose: 'Keep a copy up to date',
      detail:
        'A Linked Data Event Stream: each page contains what one commit changed, and never changes itself.',
    },
    tpf: {
      title: 'Triple pattern fragments',
      purpose: 'Small parts for clients that join by themselves',
      detail:
        'All triples with one subject, predicate or object, counted, in pages. Comunica reads this.',
    },
    linkset: {
      title: 'Typed links',
      purpose: 'For machines that follow links',
      detail: 'FAIR Signposting: what identifies, describes, licenses and holds the data.',
    },
    llms: {
      title: 'For language models',
      purpose: 'Give an assistant what it needs to write queries',
      detail: 'Prefixes, classes, properties and example queries as one short text.',
    },
  },
  'zh-hans': {
    sparql: {
      title: 'SPARQL 端点',
      purpose: '提出自己的问题',
      detail:
        '同一地址以 GET 或 POST 接收任意查询。表格结果可为 JSON、XML、CSV 或 TSV，图结果可为 Turtle、JSON-LD 等，用 Accept 或 format= 指定。',
    },
    'saved-query': {
      title: '本站的一个问题',
      purpose: '在现成答案上继续',
      detail:
        '本站的每个问题都有自己的地址：读者得到网页，程序得到答案。以下是其中第一个，/queries 列出全部。',
    },
    dereference: {
      title: '按标识符取一个事物',
      purpose: '顺着链接从数据走到数据',
      detail: '每个标识符都是一个地址：浏览器得到网页，程序得到数据，用 Accept 说明要哪种语法。',
    },
    dumps: {
      title: '全部数据，一个文件',
      purpose: '离线使用，或装入自己的数据库',
      detail: '“最新”地址总是指向当前版本；固定地址写明版本，内容永不改变。',
    },
    search: {
      title: '搜索',
      purpose: '按名称查找事物',
      detail: '与搜索框相同的结果，格式为 JSON。',
    },
    network: {
      title: '节点与边',
      purpose: '用 Gephi、Cytoscape 或 NetworkX 绘图',
      detail:
        '格式有 GEXF、GraphML、Cytoscape、DOT、Graphology，以及 ZIP 中的表格。?class= 和 ?resource=…&depth=2 只取一部分；端点也能把任意 CONSTRUCT 结果写成网络。',
    },
    'graph-store': {
      title: '一个命名图',
      purpose: '一并产生的内容，一并取用',
      detail:
        '采用图存储协议（Graph Store Protocol）：用 graph= 或图自身的地址指定一个图。?default 为合并后的默认图。',
    },
    catalogue: {
      title: '目录与统计',
      purpose: '供数据门户和采集程序使用',
      detail: 'DCAT 列出数据集、下载文件和端点；VoID 逐类、逐属性统计内容。',
    },
    memento: {
      title: '某一时刻的样子',
      purpose: '引用当时所见，与今日对照',
      detail:
        'Accept-Datetime 指向当时的版本（Memento 协议）。每次提交即一个版本，/timemap/… 列出一个文档的所有版本。',
    },
    ldes: {
      title: '变更流',
      purpose: '使自己的副本保持最新',
      detail: '关联数据事件流（LDES）：每页记录一次提交的变更，页面本身永不改变。',
    },
    tpf: {
      title: '三元组模式片段',
      purpose: '供自行连接数据的客户端取用',
      detail: '给定主语、谓语或宾语的所有三元组，附总数并分页。Comunica 可直接读取。',
    },
    linkset: {
      title: '类型化链接',
      purpose: '供自行寻路的程序使用',
      detail: 'FAIR Signposting：说明数据的标识、描述、许可和所在。',
    },
    llms: {
      title: '供大语言模型使用',
      purpose: '让智能助手会写查询',
      detail: '以一篇短文给出前缀、类、属性和示例查询。',
    },
  },
};
