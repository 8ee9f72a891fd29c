/** RDF: terms, IRIs, prefixes, vocabularies and the syntaxes. */
export { formatOfFileName, RDF_FORMATS, type RdfFormat } from './formats.ts';
export { type ByteRange, LineReader, type TermSink } from './read/line-reader.ts';
export { toLineTerm } from './line-term.ts';
export { type LanguageMap, pickLanguage, type TextInLanguage } from './language-map.ts';
export { languageMatches } from './language-tag.ts';
export { compactIri, expandName, type Prefixes, splitIri, withWellKnown } from './prefixes.ts';
export type { RdfDocument, ReadOptions } from './rdf-document.ts';
export { readRdf } from './read/read.ts';
export { type BaseMoves, rebaseIri, rebaseQuad, rebaseQueryText } from './rebase.ts';
export { positionAt, RdfSyntaxError, type TextPosition } from './syntax-error.ts';
export {
  type BlankNode,
  type ConcreteTerm,
  type Literal,
  type NamedNode,
  type Quad,
  type Term,
  termKey,
  terms,
} from './terms.ts';
export * from './vocabulary.ts';
export { writeRdf } from './write/write.ts';
export { escapeXml } from './xml-text.ts';
