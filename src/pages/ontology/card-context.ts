/** What the cards of terms, shapes and code lists are rendered with. */
import type { OntologyWords } from './ontology-words.ts';
import type { ShapeReading } from './shape-reading.ts';
import type { TermLinks } from './term-links.ts';

export interface CardContext {
  readonly links: TermLinks;
  readonly words: OntologyWords;
  readonly reading: ShapeReading;
}
