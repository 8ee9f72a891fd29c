/** The field that finds a thing to begin with: by the site's search where there is one, by an IRI everywhere. */
import { button, byId, dot, el, named } from '../state/dom.ts';
import type { Found, GraphApi } from '../state/graph-api.ts';
import type { PageData, Say } from '../state/page-data.ts';

const REST_MS = 200;
const SHOWN = 8;

/** An absolute IRI, or a blank node as the tables write it. */
const isIri = (text: string): boolean => /^(?:_:|[a-z][a-z0-9+.-]*:)[^\s<>"{}|\\^`]+$/i.test(text);

export interface FinderFacts {
  readonly api: GraphApi;
  readonly data: PageData;
  readonly say: Say;
  readonly choose: (iri: string) => void;
}

export function startFinder({ api, data, say, choose }: FinderFacts): void {
  const field = byId<HTMLInputElement>('explore-resource');
  const box = byId('explore-found');
  let timer: number | undefined;
  let requested = 0;

  const close = () => {
    requested += 1;
    box.hidden = true;
    box.replaceChildren();
  };
  const take = (iri: string) => {
    close();
    field.value = '';
    choose(iri);
  };
  const show = (message: string, found: readonly Found[]) => {
    box.hidden = false;
    box.replaceChildren(
      el('p', { class: 'count', role: 'status' }, message),
      el('ul', {}, ...found.slice(0, SHOWN).map((one) => el('li', {}, result(one, data, take)))),
    );
  };
  const ask = async (): Promise<readonly Found[]> => {
    const text = field.value.trim();
    const number = (requested += 1);
    if (text === '') {
      close();
      return [];
    }
    if (isIri(text)) {
      show(say('showIri'), [{ iri: text, label: text, lang: '' }]);
      return [];
    }
    const found = await api.search(text).catch(() => []);
    if (number !== requested) return [];
    if (!found) show(say('noSearch'), []);
    else if (found.length === 0) show(say('noResults'), []);
    else show(say('results', { count: found.length }), found);
    return found ?? [];
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), REST_MS);
  });
  byId('explore-find').addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    const text = field.value.trim();
    if (isIri(text)) take(text);
    else
      void ask().then(([first]) => {
        if (first) take(first.iri);
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

function result(found: Found, { kinds }: PageData, take: (iri: string) => void): Node {
  const { iri, label, lang, kind, type } = found;
  const element = button('', () => take(iri), { class: 'explore-result' });
  const known = kind !== undefined && kinds[kind] !== undefined ? kind : 'none';
  element.append(dot(known), named({ label, lang }));
  const what = type?.label ?? kinds[known];
  if (kind !== undefined && what !== undefined) element.append(el('small', {}, what));
  return element;
}
