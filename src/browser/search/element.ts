/** Elements by name, attributes and text. */
export function make(
  name: string,
  attributes: Record<string, string> = {},
  text = '',
): HTMLElement {
  const element = document.createElement(name);
  set(element, attributes);
  element.textContent = text;
  return element;
}

export function set(element: HTMLElement, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
