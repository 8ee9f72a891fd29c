/** The content of the page about a resource. */
import type { Description } from '../../description/index.ts';
import type { ClaimSources } from '../views/claim-source.ts';
import type { Panel } from '../views/panel.ts';

/** A resource that is linked with that of the page. */
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
  /** The resource of the page, or a neighbour. */
  readonly iri: string;
  /** The property of a single date; undefined for a span. */
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
  /** The sources of the claims, by the IRI of the claim. */
  readonly sources: ClaimSources;
  readonly panels: readonly Panel[];
  /** Saved queries about it that are not shown as panels. */
  readonly otherQueries: readonly Pick<Panel, 'name' | 'title'>[];
  readonly neighbours: readonly Neighbour[];
  readonly places: readonly PlaceOf[];
  readonly spans: readonly SpanOf[];
  /** Addresses of the pages with all values of one property; this is one of them if `property` is defined. */
  readonly pathOfProperty: (predicate: string) => string;
  readonly property?: string | undefined;
  /** Path of the page with all properties. */
  readonly path: string;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}
