/** The field that finds a resource to start from: by its IRI, or by the search of the site if it has one. */
import { button, byId, dot, el, named } from '../state/dom.ts';
import type { Found, GraphApi } from '../state/graph-api.ts';
import type { PageData, Translate } from '../state/page-data.ts';

const DEBOUNCE_MS = 200;
const RESULT_COUNT = 8;

/** An absolute IRI, or a blank node label as in the tables. */
const isIri = (text: string): boolean => /^(?:_:|[a-z][a-z0-9+.-]*:)[^\s<>"{}|\\^`]+$/i.test(text);

export interface FinderOptions {
  readonly api: GraphApi;
  readonly data: PageData;
  readonly translate: Translate;
  readonly choose: (iri: string) => void;
}

export function startFinder({ api, data, translate, choose }: FinderOptions): void {
  const field = byId<HTMLInputElement>('explore-resource');
  const box = byId('explore-found');
  let timer: number | undefined;
  let requested = 0;

  const close = () => {
    requested += 1;
    box.hidden = true;
    box.replaceChildren();
  };
  const pick = (iri: string) => {
    close();
    field.value = '';
    choose(iri);
  };
  const show = (message: string, found: readonly Found[]) => {
    box.hidden = false;
    box.replaceChildren(
      el('p', { class: 'count', role: 'status' }, message),
      el(
        'ul',
        {},
        ...found.slice(0, RESULT_COUNT).map((one) => el('li', {}, result(one, data, pick))),
      ),
    );
  };
  const search = async (): Promise<readonly Found[]> => {
    const text = field.value.trim();
    const number = (requested += 1);
    if (text === '') {
      close();
      return [];
    }
    if (isIri(text)) {
      show(translate('showIri'), [{ iri: text, label: text, lang: '' }]);
      return [];
    }
    const found = await api.search(text).catch(() => []);
    if (number !== requested) return [];
    if (!found) show(translate('noSearch'), []);
    else if (found.length === 0) show(translate('noResults'), []);
    else show(translate('results', { count: found.length }), found);
    return found ?? [];
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void search(), DEBOUNCE_MS);
  });
  byId('explore-find').addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    const text = field.value.trim();
    if (isIri(text)) pick(text);
    else
      void search().then(([first]) => {
        if (first) pick(first.iri);
      });
  });
  byId('explore-find').addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !box.hidden) {
      close();
      field.focus();
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const stops = [field, ...box.querySelectorAll('button')];
      const at = stops.indexOf(event.target as HTMLInputElement);
      const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (at >= 0 && next) {
        event.preventDefault();
        next.focus();
      }
    }
  });
}

function result(found: Found, { kinds }: PageData, pick: (iri: string) => void): Node {
  const { iri, label, lang, kind, type } = found;
  const element = button('', () => pick(iri), { class: 'explore-result' });
  const shownKind = kind !== undefined && kinds[kind] !== undefined ? kind : 'none';
  element.append(dot(shownKind), named({ label, lang }));
  const typeLabel = type?.label ?? kinds[shownKind];
  if (kind !== undefined && typeLabel !== undefined) element.append(el('small', {}, typeLabel));
  return element;
}
