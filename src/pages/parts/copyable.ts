/** Text to take along: under a name, with a button to copy it where scripts run. */
import { html } from 'hono/html';
import type { Html } from './html.ts';

/** @param lang of the text, where it is in a language of people. */
export const copyable = (text: string, name: string, lang?: string): Html =>
  html`<figure class="copyable">
    <figcaption>${name}</figcaption>
    <pre data-copy="${name}" translate="no" ${lang === undefined ? '' : html`lang="${lang}"`}>
${text}</pre>
  </figure>`;

/** One long word, shown as far as there is room; what is copied is the whole. */
export const copyableWord = (text: string, name: string): Html =>
  html`<code class="word" data-copy="${name}" title="${text}" translate="no">${text}</code>`;
