/** The stylesheet: the files of `styles/`, concatenated when the program starts. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** In the order of the cascade: later rules win. */
const SHEETS = [
  'tokens',
  'base',
  'frame',
  'text',
  'layout',
  'facts',
  'panel',
  'form',
  'table',
  'cards',
  'charts',
  'search',
  'ontology',
  'diagram',
  'data',
  'sparql',
  'explore',
  'problem',
  'print',
] as const;

export const STYLESHEET: string = SHEETS.map((name) =>
  readFileSync(new URL(`../styles/${name}.css`, import.meta.url), 'utf8'),
).join('\n');

/** Changes when the text changes. */
export const STYLESHEET_HASH: string = createHash('sha256')
  .update(STYLESHEET)
  .digest('hex')
  .slice(0, 12);
