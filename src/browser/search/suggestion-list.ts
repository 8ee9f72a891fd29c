/** The list of suggestions below the search field: a listbox that the field controls. */
import { make, set } from './element.ts';
import type { Suggestion, Suggestions } from './suggestions.ts';

/** The text of the field, as opposed to one of the options. */
const TYPED_TEXT = -1;

export class SuggestionList {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #list = make('ul', { id: 'suggestions', role: 'listbox' });
  readonly #status = make('p', { role: 'status' });
  #options: readonly HTMLElement[] = [];
  #active = TYPED_TEXT;

  constructor(form: HTMLFormElement, input: HTMLInputElement) {
    this.#form = form;
    this.#input = input;
    this.#list.ariaLabel = input.ariaLabel;
    this.#list.hidden = true;
    form.append(this.#list, this.#status);
    set(input, {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': this.#list.id,
      'aria-expanded': 'false',
    });
    // The focus stays in the field.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  get isOpen(): boolean {
    return !this.#list.hidden;
  }

  get hasStatus(): boolean {
    return this.#status.textContent !== '';
  }

  show({ results, total }: Suggestions): void {
    const options = results.map(toOption);
    if (total > 0) options.push(this.#optionForAll(total));
    for (const [index, option] of options.entries())
      set(option, { role: 'option', id: `suggestion-${index}` });
    this.#options = options;
    this.#active = TYPED_TEXT;
    this.#list.replaceChildren(...options);
    this.#setOpen(total > 0);
    const { some, none } = this.#form.dataset;
    this.#status.className = total > 0 ? '' : 'none';
    this.#status.textContent = total > 0 ? `${results.length} ${some}` : (none ?? '');
  }

  close(): void {
    this.#status.textContent = '';
    this.#setOpen(false);
  }

  /** Moves to the next or the previous option; the typed text is between the last and the first. */
  move(step: 1 | -1): void {
    const stops = this.#options.length + 1;
    this.#activate(((this.#active + 1 + step + stops) % stops) - 1);
  }

  /** Opens the active option. @returns false where none is active. */
  choose(): boolean {
    const option = this.#options[this.#active];
    option?.click();
    return option !== undefined;
  }

  #setOpen(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#input.ariaExpanded = String(isOpen);
    if (!isOpen) this.#activate(TYPED_TEXT);
  }

  #activate(index: number): void {
    this.#options[this.#active]?.removeAttribute('aria-selected');
    this.#active = index;
    const option = this.#options[index];
    if (!option) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    set(option, { 'aria-selected': 'true' });
    set(this.#input, { 'aria-activedescendant': option.id });
    option.scrollIntoView({ block: 'nearest' });
  }

  #optionForAll(total: number): HTMLElement {
    const count = total.toLocaleString(document.documentElement.lang);
    const option = make('li', { class: 'all' }, `${this.#form.dataset['all']} (${count})`);
    option.onclick = () => this.#form.requestSubmit();
    return option;
  }
}

function toOption({ label, lang, type, kind, href }: Suggestion): HTMLElement {
  const option = make('li');
  option.append(
    make('span', { class: `dot kind-${kind}` }),
    make('span', { lang }, label),
    make('small', {}, type?.label),
  );
  option.onclick = (event) => {
    if (event.ctrlKey || event.metaKey) open(href);
    else location.assign(href);
  };
  return option;
}
