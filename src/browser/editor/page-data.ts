/** The JSON data of the SPARQL page for its script, written by `src/pages/sparql/sparql-page.ts`. */

/** The interface texts that the script uses. */
export type Words = Readonly<
  Record<
    | 'run'
    | 'stop'
    | 'running'
    | 'runKeys'
    | 'completeKeys'
    | 'copyLink'
    | 'copied'
    | 'notCopied'
    | 'linkTooLong'
    | 'history'
    | 'historyEmpty'
    | 'clearHistory'
    | 'views'
    | 'table'
    | 'raw'
    | 'results'
    | 'oneRow'
    | 'manyRows'
    | 'seconds'
    | 'limitReached'
    | 'keptRows'
    | 'sortedPart'
    | 'stopped'
    | 'brokeOff'
    | 'unreachable'
    | 'errorAt'
    | 'noRows'
    | 'yes'
    | 'no'
    | 'download'
    | 'format'
    | 'plan'
    | 'loading'
    | 'rawPart'
    | 'noDrawing'
    | 'firstPage'
    | 'previousPage'
    | 'nextPage'
    | 'lastPage'
    | 'pageOf'
    | 'classWord'
    | 'propertyWord'
    | 'prefixWord'
    | 'keywordWord'
    | 'functionWord'
    | 'variableWord'
    | 'used'
    | 'completions',
    string
  >
>;

export interface Format {
  readonly name: string;
  readonly label: string;
  /** File extension of a download. */
  readonly extension: string;
}

/** A view of the result that the server draws, by `view=`. */
export interface DrawnView {
  readonly name: string;
  /** The label of its tab. */
  readonly tab: string;
}

/** The result embedded in the page. */
export type Requested =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | {
      readonly kind: 'table';
      readonly isGraph: boolean;
      readonly isWhole: boolean;
      readonly variables: readonly string[];
      /** Lines of TSV; empty if the result is incomplete. */
      readonly lines: readonly string[];
    }
  | {
      readonly kind: 'error';
      readonly message: string;
      readonly line?: number;
      readonly column?: number;
    };

export interface PageData {
  /** Path of the site, from "/" to "/". */
  readonly root: string;
  /** The base of the IRIs that have a page on this site. */
  readonly base: string;
  /** The language chosen by `?lang=`. */
  readonly lang: string | null;
  /** Language of the interface. */
  readonly language: string;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly words: Words;
  readonly formats: { readonly solutions: readonly Format[]; readonly graph: readonly Format[] };
  readonly views: readonly DrawnView[];
  /** The name of the requested view; null if none was requested. */
  readonly view: string | null;
  readonly requested: Requested | null;
}

/** Replaces the placeholders of a text, such as `{count}`, by values. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
