/** Text with terms in it: made by the words of a language, shown as links on a page or as plain text elsewhere. */
import type { Term } from '../../../rdf/index.ts';

export type PhrasePart =
  | string
  /** A class or a property, by its name. */
  | { readonly iri: string }
  /** A value. */
  | { readonly term: Term }
  /** A link to another element of the page. */
  | { readonly anchor: string; readonly text: string }
  /** Literally from the data: a pattern, the name of a constraint. */
  | { readonly code: string }
  /** Alternatives, as a list. */
  | { readonly alternatives: readonly Phrase[] };

export type Phrase = readonly PhrasePart[];

/** A phrase with phrases in it: compose`must have ${path}`. */
export function compose(
  texts: TemplateStringsArray,
  ...parts: readonly (Phrase | PhrasePart | number)[]
): Phrase {
  return texts.flatMap((text, index): PhrasePart[] => {
    const part = parts[index];
    const between: Phrase =
      part === undefined
        ? []
        : typeof part === 'number'
          ? [String(part)]
          : typeof part === 'string' || !('length' in part)
            ? [part]
            : part;
    return text === '' ? [...between] : [text, ...between];
  });
}

/** "A, B or C". */
export function joinPhrases(
  phrases: readonly Phrase[],
  { comma, last }: { readonly comma: string; readonly last: string },
): Phrase {
  return phrases.flatMap((phrase, index) => {
    if (index === 0) return phrase;
    return [index === phrases.length - 1 ? last : comma, ...phrase];
  });
}

/** Whether a phrase contains a list of alternatives, which must be at the end of a sentence. */
export const hasAlternatives = (phrase: Phrase): boolean =>
  phrase.some((part) => typeof part === 'object' && 'alternatives' in part);
