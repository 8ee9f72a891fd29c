/**
 * The mark of a kind: a dot in its colour, the same on pages, in networks and on maps. Always beside text, since
 * colour alone is not accessible.
 */
import { html } from 'hono/html';
import type { Kind } from '../../description/index.ts';
import type { Html } from './html.ts';

/** The class that gives an element the colour of a kind, for text and for the fill of a drawing. */
export const kindClass = (kind: Kind): string => `kind-${kind}`;

export const kindMark = (kind: Kind): Html =>
  html`<span class="dot ${kindClass(kind)}" aria-hidden="true"></span>`;
