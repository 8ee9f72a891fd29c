/** Creates elements. Strings become text nodes and are never parsed as HTML. */

export type Child = Node | string | undefined | false;

type Attributes = Readonly<Record<string, string | boolean | number | undefined>>;

/** An element; `true` sets an attribute without a value, `false` and `undefined` set none. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(key, value === true ? '' : String(value));
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** A secondary button. */
export function button(label: string, onClick: () => void, attributes: Attributes = {}) {
  const element = el('button', { type: 'button', class: 'explore-button', ...attributes }, label);
  element.addEventListener('click', onClick);
  return element;
}

/** A label with its language and direction. */
export const named = ({ label, lang }: { readonly label: string; readonly lang: string }) =>
  el('span', { lang: languageTag(lang), dir: 'auto' }, label);

/** The coloured dot of a kind. */
export const dot = (kind: string) =>
  el('span', { class: `dot kind-${kind}`, 'aria-hidden': 'true' });

/** An element of the page by its id. @throws if there is none. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found as T;
}

/** A tag in the case that BCP 47 recommends: "zh-Hans". */
const languageTag = (language: string): string =>
  language.replace(
    /-([a-z])([a-z]{3})(?=-|$)/,
    (_, first: string, rest: string) => `-${first.toUpperCase()}${rest}`,
  );
