/**
 * An answer as items: rows that begin with the same term are one thing, and what differs between them are several
 * values of it. So a query can say "each of its names, each of its notes" without knowing how many there are, and a
 * reader gets the texts of the own language.
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
  /** For the address of its place on the page. */
  readonly anchor: string;
  readonly rows: readonly AnswerRow[];
}

/** What an item has, by the names of the variables. */
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

  /** Whether there is such a variable. */
  has(variable: string): boolean {
    return this.#columns.has(variable);
  }

  /** All values, each once; of texts in several languages those in the one that the reader likes best. */
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

  /** The first value as text: the label of an IRI, the words of a literal. */
  text(item: Pick<Item, 'rows'>, variable: string): TextInLanguage | undefined {
    const [first] = this.values(item, variable);
    return first && textOf(first, this.#context);
  }

  /** The first value, where it is a number. */
  number(item: Pick<Item, 'rows'>, variable: string): number | undefined {
    const [first] = this.values(item, variable);
    if (first?.termType !== 'Literal' || first.value.trim() === '') return undefined;
    const value = Number(first.value);
    return Number.isFinite(value) ? value : undefined;
  }

  /** The rows of an item by the values of one more variable: its notes, each with what is said of it. */
  within({ rows }: Item, variable: string): ReadonlyMap<string, readonly AnswerRow[]> {
    const column = this.#columns.get(variable);
    if (column === undefined) return new Map();
    return Map.groupBy(
      rows.filter((row) => row[column] !== undefined),
      (row) => termKey(row[column] as Term),
    );
  }
}

/** What to call a term. */
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

/** The end of the IRI, made unique among the items; `taken` says how often each has been tried. */
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

function inBestLanguage(terms: readonly Term[], { wanted }: PageContext): Term[] {
  const tagged = terms.filter(
    (term): term is Literal => term.termType === 'Literal' && term.language !== '',
  );
  if (tagged.length === 0) return [...terms];
  const languages = [...new Set(tagged.map(({ language }) => language))];
  const best =
    [...wanted, 'en']
      .map((range) => languages.find((language) => languageMatches(language, range)))
      .find((language) => language !== undefined) ?? languages[0];
  return terms.filter(
    (term) => term.termType !== 'Literal' || term.language === '' || term.language === best,
  );
}
