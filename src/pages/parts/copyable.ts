/** Text to copy: with a name, and with a button where scripts run. */
import { html } from 'hono/html';
import type { Html } from './html.ts';

/** @param lang of the text, where it is in a natural language. */
export const copyable = (text: string, name: string, lang?: string): Html =>
  html`<figure class="copyable">
    <figcaption>${name}</figcaption>
    <pre data-copy="${name}" translate="no" ${lang === undefined ? '' : html`lang="${lang}"`}>
${text}</pre>
  </figure>`;

/** One long word, cut by the stylesheet where it does not fit; the button copies all of it. */
export const copyableWord = (text: string, name: string): Html =>
  html`<code class="word" data-copy="${name}" title="${text}" translate="no">${text}</code>`;
