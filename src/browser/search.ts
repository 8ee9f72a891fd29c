/**
 * The search of every page, as one types: a combobox over the form that is there anyway.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */

interface Suggestion {
  readonly label: string;
  readonly lang: string;
  readonly type?: { readonly label: string };
  readonly kind: string;
  readonly href: string;
}

interface Answer {
  readonly results: readonly Suggestion[];
  readonly total: number;
}

const SHOWN = 8;
/** A pause in typing, in milliseconds. */
const PAUSE = 120;

const form = document.querySelector<HTMLFormElement>('form.search');
const input = form?.querySelector<HTMLInputElement>('input[type=search]');
if (form && input) start(form, input);

function start(form: HTMLFormElement, input: HTMLInputElement): void {
  const list = make('ul', { id: 'suggestions', role: 'listbox' });
  const status = make('p', { role: 'status' });
  list.ariaLabel = input.ariaLabel;
  list.hidden = true;
  form.append(list, status);
  set(input, {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  });

  let options: HTMLElement[] = [];
  let active = -1;
  let timer = 0;
  let asking = new AbortController();

  const show = (isOpen: boolean) => {
    list.hidden = !isOpen;
    input.ariaExpanded = String(isOpen);
    if (!isOpen) point(-1);
  };

  /** Which option Enter takes; -1 is what was typed. */
  const point = (to: number) => {
    options[active]?.removeAttribute('aria-selected');
    active = to;
    const option = options[active];
    if (!option) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    set(option, { 'aria-selected': 'true' });
    set(input, { 'aria-activedescendant': option.id });
    option.scrollIntoView({ block: 'nearest' });
  };

  const close = () => {
    asking.abort();
    clearTimeout(timer);
    say('');
    show(false);
  };

  const say = (text: string) => {
    status.textContent = text;
  };

  const suggest = async () => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const requested = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    requested.set('format', 'json');
    requested.set('limit', String(SHOWN));
    const response = await fetch(`${form.action}?${requested.toString()}`, { signal });
    if (!response.ok) return;
    const { results, total } = (await response.json()) as Answer;
    if (signal.aborted) return;
    const count = total.toLocaleString(document.documentElement.lang);
    options = results.map(toOption);
    if (total > 0) {
      const all = make('li', { class: 'all' }, `${form.dataset['all']} (${count})`);
      all.onclick = () => form.requestSubmit();
      options.push(all);
    }
    for (const [place, option] of options.entries())
      set(option, { role: 'option', id: `suggestion-${place}` });
    active = -1;
    list.replaceChildren(...options);
    show(total > 0);
    status.className = total > 0 ? '' : 'none';
    say(total > 0 ? `${results.length} ${form.dataset['some']}` : (form.dataset['none'] ?? ''));
  };

  const later = () => {
    clearTimeout(timer);
    if (input.value.trim() === '') close();
    // What is not answered changes nothing: the form still works.
    else timer = setTimeout(() => void suggest().catch(() => {}), PAUSE);
  };

  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) later();
  });
  input.addEventListener('compositionend', later);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const { key, isComposing } = event;
    if (isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOpen = !list.hidden;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!isOpen) {
        later();
        return;
      }
      // One place is that of what was typed.
      const places = options.length + 1;
      point(((active + 1 + (key === 'ArrowDown' ? 1 : -1) + places) % places) - 1);
    } else if (key === 'Enter' && active >= 0) options[active]?.click();
    else if (key === 'Escape' && (isOpen || status.textContent)) close();
    else return;
    event.preventDefault();
  });
  // The focus stays where one types.
  list.addEventListener('pointerdown', (event) => event.preventDefault());

  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof HTMLElement && isTyping(target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

const isTyping = (element: HTMLElement): boolean =>
  element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

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

function make(name: string, attributes: Record<string, string> = {}, text = ''): HTMLElement {
  const element = document.createElement(name);
  set(element, attributes);
  element.textContent = text;
  return element;
}

function set(element: HTMLElement, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
