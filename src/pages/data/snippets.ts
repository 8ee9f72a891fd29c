/** One request in four languages, to copy into a terminal, a notebook or a program. */
import { pythonString, rString, scriptString, shellWord } from './code-literals.ts';

export const SNIPPET_LANGUAGES = ['curl', 'Python', 'R', 'JavaScript'] as const;
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];
export type Snippets = Readonly<Record<SnippetLanguage, string>>;

export interface SnippetRequest {
  /** Without parameters. */
  readonly url: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The type of `data`: a list of lines, or the parsed JSON. */
  readonly answer: 'lines' | 'json';
  /** Code that uses `data`; by default it is printed. */
  readonly show?: Readonly<Record<'Python' | 'R' | 'JavaScript', string>>;
}

const PRINTED: Readonly<Record<SnippetRequest['answer'], NonNullable<SnippetRequest['show']>>> = {
  json: {
    Python: 'print(json.dumps(data, indent=2, ensure_ascii=False))',
    R: 'str(data, max.level = 2)',
    JavaScript: 'console.log(JSON.stringify(data, null, 2));',
  },
  lines: {
    Python: 'for line in data[:10]:\n    print(line)',
    R: 'writeLines(head(data, 10))',
    JavaScript: 'for (const line of data.slice(0, 10)) console.log(line);',
  },
};

/** Python uses the standard library only, R jsonlite, JavaScript runs in Node and in browsers. */
export function snippetsOf(request: SnippetRequest): Snippets {
  const show = request.show ?? PRINTED[request.answer];
  return {
    curl: curl(request),
    Python: `${python(request)}\n\n${show.Python}`,
    R: `${r(request)}\n\n${show.R}`,
    JavaScript: `${javaScript(request)}\n\n${show.JavaScript}`,
  };
}

/** A long parameter is assigned to a variable of its name. */
const isLong = (value: string): boolean => value.includes('\n');

const entriesOf = (found: Readonly<Record<string, string>> | undefined) =>
  Object.entries(found ?? {});

export function curl({ url, parameters, headers }: SnippetRequest): string {
  const pairs = entriesOf(parameters);
  const parts = [
    // Prevents curl from expanding brackets and braces in an address.
    `curl -L${/[[\]{}]/.test(url) ? ' -g' : ''}${pairs.length > 0 ? ' --get' : ''} ${shellWord(url)}`,
    ...entriesOf(headers).map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    ...pairs.map(([name, value]) => `--data-urlencode ${shellWord(`${name}=${value}`)}`),
  ];
  return parts.join(' \\\n  ');
}

function python({ url, parameters, headers, answer }: SnippetRequest): string {
  const pairs = entriesOf(parameters);
  const written = pairs.map(
    ([name, value]) => `${pythonString(name)}: ${isLong(value) ? name : pythonString(value)}`,
  );
  const sent = entriesOf(headers).map(
    ([name, value]) => `${pythonString(name)}: ${pythonString(value)}`,
  );
  return [
    ...(answer === 'json' ? ['import json'] : []),
    ...(pairs.length === 0 ? [] : ['from urllib.parse import urlencode']),
    'from urllib.request import Request, urlopen',
    '',
    ...longOnes(pairs, (name, value) => `${name} = ${pythonString(value)}`),
    pairs.length === 0
      ? `address = ${pythonString(url)}`
      : `address = ${pythonString(`${url}?`)} + urlencode({${written.join(', ')}})`,
    ...listed(sent, (all) => `headers = {${all}}`, ['headers = {', '}']),
    `with urlopen(Request(address${sent.length === 0 ? '' : ', headers=headers'})) as response:`,
    answer === 'json'
      ? '    data = json.load(response)'
      : '    data = response.read().decode("utf-8").splitlines()',
  ].join('\n');
}

function r({ url, parameters, headers, answer }: SnippetRequest): string {
  const pairs = entriesOf(parameters);
  const sent = entriesOf(headers).map(
    ([name, value]) => `${/^\w+$/.test(name) ? name : `\`${name}\``} = ${rString(value)}`,
  );
  const written = pairs.flatMap(([name, value], index) => [
    rString(`${index === 0 ? `${url}?` : '&'}${name}=`),
    `URLencode(${isLong(value) ? name : rString(value)}, reserved = TRUE)`,
  ]);
  const connection = sent.length === 0 ? 'address' : 'connection';
  return [
    ...(answer === 'json' ? ['library(jsonlite)', ''] : []),
    ...longOnes(pairs, (name, value) => `${name} <- ${rString(value)}`),
    pairs.length === 0
      ? `address <- ${rString(url)}`
      : `address <- paste0(\n${written.map((part) => `  ${part}`).join(',\n')}\n)`,
    ...listed(sent, (all) => `connection <- url(address, headers = c(${all}))`, [
      'connection <- url(address, headers = c(',
      '))',
    ]),
    `${answer === 'json' ? 'text' : 'data'} <- readLines(${connection}, warn = FALSE, encoding = "UTF-8")`,
    ...(answer === 'json' ? ['data <- fromJSON(paste(text, collapse = "\\n"))'] : []),
  ].join('\n');
}

function javaScript({ url, parameters, headers, answer }: SnippetRequest): string {
  const pairs = entriesOf(parameters);
  const written = pairs.map(([name, value]) =>
    isLong(value) ? name : `${name}: ${scriptString(value)}`,
  );
  const sent = entriesOf(headers).map(
    ([name, value]) => `${/^\w+$/.test(name) ? name : scriptString(name)}: ${scriptString(value)}`,
  );
  return [
    ...longOnes(pairs, (name, value) => `const ${name} = ${scriptString(value)};`),
    pairs.length === 0
      ? `const address = ${scriptString(url)};`
      : `const address = ${scriptString(`${url}?`)} + new URLSearchParams({ ${written.join(', ')} });`,
    ...listed(sent, (all) => `const headers = { ${all} };`, ['const headers = {', '};']),
    `const response = await fetch(address${sent.length === 0 ? '' : ', { headers }'});`,
    answer === 'json'
      ? 'const data = await response.json();'
      : 'const data = (await response.text()).trim().split("\\n");',
  ].join('\n');
}

/** One on the same line, several on a line each. */
function listed(
  items: readonly string[],
  onOneLine: (item: string) => string,
  [start, end]: readonly [string, string],
): string[] {
  const [first, ...others] = items;
  if (first === undefined) return [];
  if (others.length === 0) return [onOneLine(first)];
  return [start, `  ${items.join(',\n  ')}`, end];
}

function longOnes(
  pairs: readonly (readonly [string, string])[],
  write: (name: string, value: string) => string,
): string[] {
  const found = pairs.filter(([, value]) => isLong(value));
  // SPARQL ignores the white space around it, which marks its beginning.
  return found.length === 0
    ? []
    : [...found.map(([name, value]) => write(name, `\n${value}\n`)), ''];
}
