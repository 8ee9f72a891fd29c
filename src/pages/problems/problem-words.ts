/** Explanations of problems for readers, by code. */
import type { ClientErrorCode, ErrorCode } from '../../errors.ts';
import type { InterfaceLanguage } from '../parts/messages.ts';

/** Codes that share the explanation of another one. */
const EXPLAINED_AS = {
  'two-datasets': 'bad-request',
  'no-such-graph': 'conflict',
  'graph-exists': 'conflict',
  'not-xml': 'not-acceptable',
  'not-jsonld': 'not-acceptable',
  closed: 'busy',
} as const;

type SharedCode = keyof typeof EXPLAINED_AS;

/** The codes that need an explanation in each language: a missing one does not compile. */
type ExplainedCode = Exclude<ClientErrorCode, SharedCode>;

interface Explanation {
  readonly title: string;
  /** What may have happened, and what to do. */
  readonly text: string;
}

interface ProblemWords {
  readonly byCode: Readonly<Record<ExplainedCode, Explanation>>;
  readonly requested: string;
  readonly exactly: string;
  readonly searchFor: string;
  readonly search: string;
  readonly nextSteps: string;
  readonly home: string;
  readonly everything: string;
  readonly endpoint: string;
  readonly data: string;
  readonly formats: string;
  readonly methods: string;
  readonly lastVersion: string;
  readonly allVersions: string;
  readonly goneSince: (day: string, commit: string) => string;
  readonly editQuery: string;
  readonly again: string;
  readonly wait: (seconds: string) => string;
}

export const PROBLEM_WORDS: Readonly<Record<InterfaceLanguage, ProblemWords>> = {
  en: {
    byCode: {
      'not-found': {
        title: 'There is nothing at this address',
        text: 'Perhaps the address has a typing error, or the link that led here is outdated. This site has nothing of that name.',
      },
      gone: {
        title: 'This page no longer exists',
        text: 'An earlier version of the data described it; the current one does not. Earlier versions can still be read and cited.',
      },
      'not-acceptable': {
        title: 'Not available in that format',
        text: 'The resource exists, but not in a format that your program accepts. Choose one of these.',
      },
      'method-not-allowed': {
        title: 'This method is not supported here',
        text: 'The address exists, but it does not accept this kind of request.',
      },
      'bad-request': {
        title: 'The request could not be understood',
        text: 'Something in the address or in the body of the request is missing, repeated or malformed. The message below gives the details.',
      },
      'query-syntax': {
        title: 'This query is not SPARQL',
        text: 'Parsing stopped at the position marked below. The mistake is often just before it: a missing bracket, dot or prefix.',
      },
      'query-evaluation': {
        title: 'This query cannot be answered',
        text: 'It is well formed, but asks for something that cannot be computed.',
      },
      'query-timeout': {
        title: 'The query took too long',
        text: 'The time of each query is limited, so that the site remains available to all. Narrow the query: name a class or a property, or put a LIMIT into the innermost part. Incomplete answers are never returned.',
      },
      'query-memory': {
        title: 'The query needs too much memory',
        text: 'The memory of each query is limited, so that the site remains available to all. Narrow the query: name a class or a property, or sort and group fewer rows.',
      },
      busy: {
        title: 'Too many requests at once',
        text: 'Other requests are still being processed. Wait a moment and try again.',
      },
      'payload-too-large': {
        title: 'Too much was sent',
        text: 'The body of the request is longer than this site accepts. Send it in parts.',
      },
      'uri-too-long': {
        title: 'The address is too long',
        text: 'Long queries do not fit into an address. Send this one by POST.',
      },
      'unsupported-media-type': {
        title: 'This kind of content is not accepted here',
        text: 'The body of the request is in a format or an encoding that this address does not accept.',
      },
      'read-only': {
        title: 'Nothing can be changed here',
        text: 'This site only answers queries. Its data is changed in the folder from which it is published.',
      },
      forbidden: {
        title: 'That is not allowed here',
        text: 'The server understood the request but refuses to carry it out.',
      },
      unauthorized: {
        title: 'This needs a token',
        text: 'Only requests with the token of this server may do that.',
      },
      'service-refused': {
        title: 'That endpoint may not be queried from here',
        text: 'The query calls another endpoint by SERVICE. This site calls only endpoints that its operators have allowed.',
      },
      'service-unbound': {
        title: 'The endpoint of SERVICE is not known',
        text: 'The query names the endpoint of a SERVICE by a variable that has no value at that point.',
      },
      'service-failed': {
        title: 'Another endpoint did not answer',
        text: 'The query calls another endpoint by SERVICE, which returned no usable answer. It may work later.',
      },
      conflict: {
        title: 'This conflicts with the current data',
        text: 'The request contradicts the current state of the data.',
      },
      'internal-error': {
        title: 'Something went wrong on our side',
        text: 'This is a fault of the server, not of your request. It has been written to the log of the server for its operators.',
      },
    },
    requested: 'Requested address',
    exactly: 'Message of the server',
    searchFor: 'Search for it',
    search: 'Search',
    nextSteps: 'Where to go from here',
    home: 'The front page',
    everything: 'A list of everything that has an address here',
    endpoint: 'Query the data in SPARQL',
    data: 'What the data contains and how to get it',
    formats: 'Formats',
    methods: 'Supported here',
    lastVersion: 'The last version that has it',
    allVersions: 'All its versions',
    goneSince: (day, commit) => `Removed on ${day}, by commit ${commit}.`,
    editQuery: 'Open the query in the editor',
    again: 'Try again',
    wait: (seconds) => `It may work in ${seconds}.`,
  },
  'zh-hans': {
    byCode: {
      'not-found': {
        title: '此地址没有内容',
        text: '地址可能有误，或者指向这里的链接已经过时。本站没有这个名称的内容。',
      },
      gone: {
        title: '此处的内容已不存在',
        text: '早先版本的数据提到过它，现在的版本不再提及。当时的内容仍然保留，可以阅读和引用。',
      },
      'not-acceptable': {
        title: '没有这种格式',
        text: '所求内容存在，但没有您的程序所接受的格式。请从下列格式中选择。',
      },
      'method-not-allowed': {
        title: '此处不能这样操作',
        text: '该地址存在，但不接受这类请求。',
      },
      'bad-request': {
        title: '无法理解该请求',
        text: '地址或所附内容有缺失、重复或格式错误之处，详见下面的说明。',
      },
      'query-syntax': {
        title: '此查询不符合 SPARQL 语法',
        text: '读到下面标出的位置时无法继续。错误往往就在此处之前，例如缺少括号、句点或前缀。',
      },
      'query-evaluation': {
        title: '此查询无法回答',
        text: '查询语法正确，但所求内容无法计算。',
      },
      'query-timeout': {
        title: '查询耗时过长',
        text: '为使所有人都能使用，每个查询的时间有限。请缩小范围：指明类或属性，或在最内层加上 LIMIT。宁可不答，也不只答一半。',
      },
      'query-memory': {
        title: '查询占用内存过多',
        text: '为使所有人都能使用，每个查询可用的内存有限。请缩小范围：指明类或属性，或减少排序和分组的行数。',
      },
      busy: {
        title: '请求过多',
        text: '其他请求仍在处理之中，请稍候再试。',
      },
      'payload-too-large': {
        title: '发送的内容过多',
        text: '所发内容超过此处可接收的长度，请分批发送。',
      },
      'uri-too-long': {
        title: '地址过长',
        text: '过长的查询无法放入地址，请改用 POST 发送。',
      },
      'unsupported-media-type': {
        title: '此处不读取这类内容',
        text: '所发内容的格式或编码不为此地址所支持。',
      },
      'read-only': {
        title: '此处不能修改',
        text: '本站只回答问题。数据由维护其来源文件夹的人修改。',
      },
      forbidden: {
        title: '此处不允许这样做',
        text: '服务器理解该请求，但不予执行。',
      },
      unauthorized: {
        title: '需要密钥',
        text: '只有持有本服务器令牌的人才能这样做。',
      },
      'service-refused': {
        title: '本站不向该端点查询',
        text: '该查询要用 SERVICE 询问另一个端点，而本站只询问维护者允许的端点。',
      },
      'service-unbound': {
        title: '不清楚该询问哪个端点',
        text: 'SERVICE 的端点由变量指定，而该变量在此处没有值。',
      },
      'service-failed': {
        title: '另一个端点没有回答',
        text: '该查询用 SERVICE 询问另一个端点，对方未给出可用的回答。稍后或可恢复。',
      },
      conflict: {
        title: '与现状不符',
        text: '所求与数据的当前状态相矛盾。',
      },
      'internal-error': {
        title: '服务器出错',
        text: '这是服务器的问题，不是您的请求有误。错误已记入服务器日志，可由运行者查看。',
      },
    },
    requested: '您所求的地址',
    exactly: '服务器的原话（英文）',
    searchFor: '搜索此名称',
    search: '搜索',
    nextSteps: '其他途径',
    home: '首页',
    everything: '本站所有有地址的内容一览',
    endpoint: '用 SPARQL 查询数据',
    data: '数据的内容与取用方式',
    formats: '格式',
    methods: '此处可用',
    lastVersion: '仍有此内容的最后版本',
    allVersions: '它的所有版本',
    goneSince: (day, commit) => `自${day}提交 ${commit} 起不复存在。`,
    editQuery: '在编辑器中打开此查询',
    again: '重试',
    wait: (seconds) => `${seconds}后或可成功。`,
  },
};

export function explain(code: ErrorCode, language: InterfaceLanguage): Explanation {
  const words: Partial<Record<ErrorCode, Explanation>> = PROBLEM_WORDS[language].byCode;
  const shared: Partial<Record<ErrorCode, ClientErrorCode>> = EXPLAINED_AS;
  return words[shared[code] ?? code] ?? PROBLEM_WORDS[language].byCode['internal-error'];
}
