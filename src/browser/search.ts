/**
 * The search of every page while typing: a combobox over the form. The form also works without scripts.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
import { SuggestionList } from './search/suggestion-list.ts';
import { fetchSuggestions } from './search/suggestions.ts';

/** Pause in typing before suggestions are requested, in milliseconds. */
const PAUSE_MS = 120;

const form = document.querySelector<HTMLFormElement>('form.search');
const input = form?.querySelector<HTMLInputElement>('input[type=search]');
if (form && input) {
  addSuggestions(form, input);
  addShortcut(input);
}

function addSuggestions(form: HTMLFormElement, input: HTMLInputElement): void {
  const list = new SuggestionList(form, input);
  let timer = 0;
  let request = new AbortController();

  const close = () => {
    request.abort();
    clearTimeout(timer);
    list.close();
  };
  const suggest = async () => {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    const found = await fetchSuggestions(form, signal);
    if (found && !signal.aborted) list.show(found);
  };
  const suggestLater = () => {
    clearTimeout(timer);
    if (input.value.trim() === '') close();
    // A failed request changes nothing: the form still works.
    else timer = setTimeout(() => void suggest().catch(() => {}), PAUSE_MS);
  };

  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) suggestLater();
  });
  input.addEventListener('compositionend', suggestLater);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (handleKey(event.key, list, { close, open: suggestLater })) event.preventDefault();
  });
}

interface ListActions {
  readonly open: () => void;
  readonly close: () => void;
}

/** @returns whether the key was handled. */
function handleKey(key: string, list: SuggestionList, { open, close }: ListActions): boolean {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (!list.isOpen) {
        open();
        return false;
      }
      list.move(key === 'ArrowDown' ? 1 : -1);
      return true;
    case 'Enter':
      return list.choose();
    case 'Escape':
      if (!list.isOpen && !list.hasStatus) return false;
      close();
      return true;
    default:
      return false;
  }
}

/** "/" moves the focus to the search field. */
function addShortcut(input: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof HTMLElement && isEditable(target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

const isEditable = (element: HTMLElement): boolean =>
  element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
