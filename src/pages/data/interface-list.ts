/** The interfaces: purpose, address, and folded code to copy. */
import { html, raw } from 'hono/html';
import { copyable } from '../parts/copyable.ts';
import type { Html } from '../parts/html.ts';
import type { PageContext } from '../parts/site.ts';
import { INTERFACE_WORDS } from './interface-words.ts';
import { type InterfaceFacts, interfacesOf } from './interfaces.ts';
import { SNIPPET_LANGUAGES } from './snippets.ts';

export function renderInterfaces(facts: InterfaceFacts, context: PageContext): Html {
  const words = INTERFACE_WORDS[context.interfaceLanguage];
  return html`<div class="interfaces">
    ${interfacesOf(facts).map(({ name, path, snippets }, index) => {
      const { title, purpose, detail } = words[name];
      return html`<details id="way-${name}" ${index === 0 ? raw('open') : ''}>
        <summary>
          <h3>${title}</h3>
          <span>${purpose}</span>
        </summary>
        <p>${detail}</p>
        ${
          path === undefined
            ? ''
            : html`<p class="iri">
                <a href="${context.site.root}${path}">${facts.siteUrl}${path}</a>
              </p>`
        }
        <div class="snippets">
          ${SNIPPET_LANGUAGES.map((language) => copyable(snippets[language], language))}
        </div>
      </details>`;
    })}
  </div>`;
}
