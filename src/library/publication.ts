/** The public interface of a publication, which does not depend on how it is stored. */
import type { Publication as State } from '../publication/index.ts';
import { pickLanguage } from '../rdf/index.ts';
import { type QueryEngine, queryEngine } from './query-engine.ts';

/** A saved query of the folder. */
export interface SavedQuery {
  readonly name: string;
  readonly title: string;
  /** SPARQL, without the lines that document it. */
  readonly text: string;
}

/** An open folder. `openPublication` alone makes one: each has worker threads and limits. */
export class Publication {
  readonly #current: () => State;
  /** Answers queries over the current state. */
  readonly engine: QueryEngine;

  private constructor(current: () => State) {
    this.#current = current;
    this.engine = queryEngine(() => current().engine);
  }

  /** @internal */
  static of(current: () => State): Publication {
    return new Publication(current);
  }

  /** @internal */
  static stateOf(publication: Publication): State {
    return publication.#current();
  }

  /** Names the current state of the data; each change gives another version. */
  get version(): string {
    return this.#current().version;
  }

  /** Base IRI, which ends in a slash. Its path is where the site is mounted. */
  get base(): string {
    return this.#current().base;
  }

  /** In English where the folder has that, else in the first language it has. */
  get title(): string {
    const { about, base } = this.#current();
    return pickLanguage(about.titles, ['en'])?.text ?? base;
  }

  get queries(): readonly SavedQuery[] {
    return this.#current().queries.map(({ name, title, bareText }) => ({
      name,
      title: pickLanguage(title, ['en'])?.text ?? name,
      text: bareText,
    }));
  }

  /** What was assumed or left out when the folder was read, as sentences for its maintainer. */
  get notices(): readonly string[] {
    return this.#current().notices;
  }

  /** Terminates the threads; running queries fail. Later queries are refused. */
  close(): Promise<void> {
    return this.#current().close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** The state that a request is answered from. A write replaces it; a running request continues to use the previous state. */
export const stateOf = (publication: Publication): State => Publication.stateOf(publication);
