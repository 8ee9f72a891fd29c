/** The shapes of a page in the reader's language: verbalizer, anchors, and the shapes of each class. */
import type { Shape, Shapes } from '../../description/index.ts';
import { splitIri } from '../../rdf/index.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import type { ShapeVerbalizer } from './shapes/verbalize-shape.ts';
import { englishWords } from './shapes/shape-words-en.ts';
import { CHINESE_WORDS } from './shapes/shape-words-zh.ts';
import { shapeName } from './term-links.ts';

export interface ShapeReading {
  readonly verbalizer: ShapeVerbalizer;
  readonly anchors: ReadonlyMap<Shape, string>;
  /** The shapes that target the instances of each class. */
  readonly byClass: ReadonlyMap<string, readonly Shape[]>;
}

export function readingOf({ targeted, parts }: Shapes, context: PageContext): ShapeReading {
  const anchors = new Map<Shape, string>();
  const taken = new Set<string>();
  for (const [index, shape] of [...targeted, ...parts].entries()) {
    const local = shape.iri === undefined ? '' : splitIri(shape.iri).localName;
    const preferredId = `shape-${local === '' || /\s/.test(local) ? index + 1 : local}`;
    const id = taken.has(preferredId) ? `${preferredId}-${index + 1}` : preferredId;
    taken.add(id);
    anchors.set(shape, id);
  }
  const byClass = new Map<string, Shape[]>();
  for (const shape of targeted)
    for (const { kind, term } of shape.targets)
      if (kind === 'class') byClass.set(term.value, [...(byClass.get(term.value) ?? []), shape]);
  const byIri = new Map([...targeted, ...parts].map((shape) => [shape.iri, anchors.get(shape)]));
  const words =
    context.interfaceLanguage === 'en'
      ? englishWords((iri) => nameOf(iri, context).text)
      : CHINESE_WORDS;
  return {
    verbalizer: {
      words,
      preferredLanguages: context.preferredLanguages,
      nameOf: (shape) => {
        if (shape.iri === undefined) return undefined;
        const name = shapeName(shape, context)?.text ?? nameOf(shape.iri, context).text;
        const anchor = byIri.get(shape.iri);
        return anchor === undefined ? [name] : [{ anchor, text: name }];
      },
    },
    anchors,
    byClass,
  };
}
