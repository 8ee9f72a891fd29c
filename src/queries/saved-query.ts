/**
 * Saved queries: `.rq` files with metadata in YAML in `#+` lines, the format of grlc.
 *
 *     #+ title:
 *     #+   en: Which release is this?
 *     #+   zh-Hans: 这是哪一篇通稿？
 *     #+ tags: [release]
 *     SELECT …
 *
 * `title` (or grlc's `summary`) and `description` are a text or a map from language to text. The entries for
 * the display are in `presentation.ts`.
 */
import { LineCounter, parseDocument } from 'yaml';
import { GraphpressError } from '../errors.ts';
import { type LanguageMap, positionAt, type TextPosition } from '../rdf/index.ts';
import { type ParsedQuery, parseQuery } from '../sparql/index.ts';
import { type Presentation, readPresentation, toLanguageMap, toList } from './presentation.ts';

export interface SavedQuery extends Presentation {
  /** The name of the file without folder and extension, which is also the name in URLs. */
  readonly name: string;
  readonly path: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly tags: readonly string[];
  /** The text without its `#+` lines, for display and editing. */
  readonly bareText: string;
  readonly query: ParsedQuery;
}

/** The `#+` lines are not valid YAML, or have an invalid entry. */
export class QueryHeaderError extends GraphpressError {
  readonly position: TextPosition;

  constructor(reason: string, position: TextPosition) {
    super('query-header', reason, { ...position });
    this.position = position;
  }
}

/** @throws {QueryHeaderError | QuerySyntaxError} with line and column in the file. */
export function readSavedQuery(path: string, text: string): SavedQuery {
  const name = path.replace(/^.*\//, '').replace(/\.rq$/, '');
  const header = readHeader(text);
  const title = toLanguageMap(header['title'] ?? header['summary']);
  return {
    name,
    path,
    title: title.size > 0 ? title : new Map([['', name]]),
    description: toLanguageMap(header['description']),
    tags: toList(header['tags']),
    ...presentationOf(header, text),
    bareText: text.replace(/^#\+.*\n?/gm, '').trimStart(),
    query: parseQuery(text),
  };
}

function presentationOf(header: Readonly<Record<string, unknown>>, text: string): Presentation {
  try {
    return readPresentation(header, text);
  } catch (error) {
    const line =
      text.split('\n').findIndex((one) => /^#\+ *(?:about|view|columns|filters)\b/.test(one)) + 1;
    throw new QueryHeaderError((error as Error).message, { line: Math.max(1, line), column: 1 });
  }
}

/** Parses the YAML of the `#+` lines. Other lines become empty, so that positions are those of the file. */
function readHeader(text: string): Record<string, unknown> {
  const yaml = text.replace(/^.*$/gm, (line) =>
    line.startsWith('#+') ? `  ${line.slice(2)}` : '',
  );
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  const [error] = document.errors;
  if (error) {
    const reason = error.message.split(' at line ')[0] ?? error.message;
    throw new QueryHeaderError(
      `the #+ lines are not YAML: ${reason}`,
      positionAt(yaml, error.pos[0]),
    );
  }
  const header: unknown = document.toJS() ?? {};
  if (typeof header !== 'object' || Array.isArray(header))
    throw new QueryHeaderError('the #+ lines are no map: write "#+ title: …"', {
      line: 1,
      column: 1,
    });
  return header as Record<string, unknown>;
}
