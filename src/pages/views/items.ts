/**
 * An answer as items: rows with the same first term are one item, and values that differ between these rows are
 * several values of the item. So a query can return all names and all notes of a resource, and readers get the texts
 * in their language.
 */
import {
  languageMatches,
  type Literal,
  type Term,
  termKey,
  type TextInLanguage,
} from '../../rdf/index.ts';
import type { AnswerRow, AnswerTable } from '../parts/answer.ts';
import { nameOf, type PageContext } from '../parts/site.ts';

export interface Item {
  /** The first term of its rows. */
  readonly key: Term;
  /** The fragment of its address on the page. */
  readonly anchor: string;
  readonly rows: readonly AnswerRow[];
}

/** The items of an answer, and their values by the names of variables. */
export class Items {
  readonly list: readonly Item[];
  readonly #columns: ReadonlyMap<string, number>;
  readonly #context: PageContext;

  constructor({ variables, rows }: AnswerTable, context: PageContext) {
    this.#columns = new Map(variables.map((name, index) => [name, index]));
    this.#context = context;
    this.list = foldRows(rows);
  }

  get variables(): readonly string[] {
    return [...this.#columns.keys()];
  }

  /** Whether the answer has the variable. */
  has(variable: string): boolean {
    return this.#columns.has(variable);
  }

  /** The distinct values; of texts in several languages only those in the preferred one. */
  values({ rows }: Pick<Item, 'rows'>, variable: string): Term[] {
    const column = this.#columns.get(variable);
    if (column === undefined) return [];
    const found = new Map<string, Term>();
    for (const row of rows) {
      const term = row[column];
      if (term) found.set(termKey(term), term);
    }
    return inBestLanguage([...found.values()], this.#context);
  }

  /** The first value as text: the label of an IRI, the lexical form of a literal. */
  text(item: Pick<Item, 'rows'>, variable: string): TextInLanguage | undefined {
    const [first] = this.values(item, variable);
    return first && textOf(first, this.#context);
  }

  /** The first value, if it is a number. */
  number(item: Pick<Item, 'rows'>, variable: string): number | undefined {
    const [first] = this.values(item, variable);
    if (first?.termType !== 'Literal' || first.value.trim() === '') return undefined;
    const value = Number(first.value);
    return Number.isFinite(value) ? value : undefined;
  }

  /** The rows of an item grouped by the values of another variable: for example its notes, each with its text. */
  within({ rows }: Item, variable: string): ReadonlyMap<string, readonly AnswerRow[]> {
    const column = this.#columns.get(variable);
    if (column === undefined) return new Map();
    return Map.groupBy(
      rows.filter((row) => row[column] !== undefined),
      (row) => termKey(row[column] as Term),
    );
  }
}

/** The name of a term. */
export const textOf = (term: Term, context: PageContext): TextInLanguage =>
  term.termType === 'NamedNode'
    ? nameOf(term.value, context)
    : { text: term.value, language: term.termType === 'Literal' ? term.language : '' };

function foldRows(rows: readonly AnswerRow[]): Item[] {
  const byKey = Map.groupBy(
    rows.filter(([first]) => first !== undefined),
    ([first]) => termKey(first as Term),
  );
  const taken = new Map<string, number>();
  return byKey
    .values()
    .map((group): Item => {
      const key = group[0]?.[0] as Term;
      return { key, anchor: anchorOf(key, taken), rows: group };
    })
    .toArray();
}

/** The last part of the IRI, made unique among the items; `taken` counts the uses of each. */
function anchorOf(key: Term, taken: Map<string, number>): string {
  const word = key.value.replace(/^.*[/#:]/, '').replaceAll(/[^\w-]+/g, '-') || 'item';
  let count = taken.get(word) ?? 0;
  let anchor: string;
  do {
    count += 1;
    anchor = count === 1 ? word : `${word}-${count}`;
  } while (count > 1 && taken.has(anchor));
  taken.set(word, count);
  if (anchor !== word) taken.set(anchor, 1);
  return anchor;
}

function inBestLanguage(terms: readonly Term[], { preferredLanguages }: PageContext): Term[] {
  const tagged = terms.filter(
    (term): term is Literal => term.termType === 'Literal' && term.language !== '',
  );
  if (tagged.length === 0) return [...terms];
  const languages = [...new Set(tagged.map(({ language }) => language))];
  const best =
    [...preferredLanguages, 'en']
      .map((range) => languages.find((language) => languageMatches(language, range)))
      .find((language) => language !== undefined) ?? languages[0];
  return terms.filter(
    (term) => term.termType !== 'Literal' || term.language === '' || term.language === best,
  );
}
