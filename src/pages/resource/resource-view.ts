/** What the page about one resource shows, gathered before it is written. */
import type { Description } from '../../description/index.ts';
import type { ClaimSources } from '../views/claim-source.ts';
import type { Panel } from '../views/panel.ts';

/** A resource that a property joins with the one on the page. */
export interface Neighbour {
  readonly iri: string;
  readonly predicate: string;
  readonly isIncoming: boolean;
}

export interface PlaceOf {
  readonly iri: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface SpanOf {
  /** What it is about: the resource itself, or one beside it. */
  readonly iri: string;
  /** The property that gives a single date; undefined for a beginning and an end. */
  readonly predicate?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

export interface ResourceView {
  readonly description: Description;
  /** Other representations of this document. */
  readonly formats: readonly {
    readonly label: string;
    readonly path: string;
    readonly mediaType: string;
  }[];
  /** For each claim behind a statement: who makes it, and where. */
  readonly sources: ClaimSources;
  readonly panels: readonly Panel[];
  /** Queries about it for which there is no room here. */
  readonly otherQueries: readonly Pick<Panel, 'name' | 'title'>[];
  readonly neighbours: readonly Neighbour[];
  readonly places: readonly PlaceOf[];
  readonly spans: readonly SpanOf[];
  /** Pages with all values of one property, of which this is one where `property` says so. */
  readonly pathOfProperty: (predicate: string) => string;
  readonly property?: string | undefined;
  /** Path of the whole page. */
  readonly path: string;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}
