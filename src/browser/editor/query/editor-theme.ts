/** The theme of the editor. It uses the custom properties of the site, which the shadow tree inherits. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const THEME = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    fontSize: '0.92rem',
    height: '100%',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.75rem 0' },
  '.cm-line': { padding: '0 0.9rem 0 0.4rem' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'color-mix(in srgb, var(--link) 25%, transparent)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--mark) 45%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--ink-soft)',
    border: 'none',
    paddingLeft: '0.25rem',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--mark)',
    outline: '1px solid var(--line-strong)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--seal-soft)' },
  '.cm-placeholder': { color: 'var(--ink-soft)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    boxShadow: '0 4px 16px rgb(0 0 0 / 15%)',
    fontFamily: 'var(--sans)',
    zIndex: '20',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mono)',
    maxHeight: '17em',
    maxWidth: 'min(46rem, 92vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '0.25rem 0.6rem',
    minHeight: '24px',
    lineHeight: '1.5',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--link)',
    color: 'var(--surface)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: 'var(--surface)' },
  '.cm-completionDetail': {
    fontStyle: 'normal',
    fontFamily: 'var(--sans)',
    color: 'var(--ink-soft)',
    marginLeft: '1em',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionInfo': { padding: '0.5rem 0.75rem', maxWidth: '22rem', overflowWrap: 'anywhere' },
  '.cm-completionIcon': { width: '1.3em', opacity: '1' },
  '.cm-completionIcon-property::after': { content: '"→"' },
  '.cm-completionIcon-class::after': { content: '"●"' },
  '.cm-completionIcon-keyword::after': { content: '"▪"' },
  '.cm-completionIcon-variable::after': { content: '"?"' },
  '.cm-completionIcon-namespace::after': { content: '":"' },
  '.cm-completionIcon-function::after': { content: '"ƒ"' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--seal)',
    textDecorationSkipInk: 'none',
    backgroundColor: 'var(--seal-soft)',
  },
  '.cm-lintPoint-error::after': { borderBottomColor: 'var(--seal)' },
  '.cm-diagnostic': { padding: '0.4rem 0.75rem', maxWidth: '30rem' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--seal)' },
  '.cm-lint-marker-error': { content: 'none' },
  '.cm-lint-marker-error::after': { content: '"✕"', color: 'var(--seal)', fontWeight: '700' },
  '.cm-gutter-lint': { width: '1.1em' },
  '.cm-lint-marker': { width: '1em', height: 'auto' },
  '.cm-panels': { backgroundColor: 'var(--paper)', color: 'var(--ink)' },
});

/** Syntax highlighting. The colours of resource kinds are reused here without their meaning. */
const HIGHLIGHT = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword], color: 'var(--seal)' },
  { tag: tags.comment, color: 'var(--ink-soft)', fontStyle: 'italic' },
  { tag: [tags.variableName, tags.definition(tags.variableName)], color: 'var(--link)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--kind-place)' },
  { tag: [tags.number, tags.bool], color: 'var(--kind-event)' },
  { tag: [tags.url, tags.namespace], color: 'var(--kind-work)' },
  { tag: [tags.function(tags.variableName), tags.standard(tags.name)], color: 'var(--seal)' },
]);

export const editorTheme: Extension = [THEME, syntaxHighlighting(HIGHLIGHT)];
