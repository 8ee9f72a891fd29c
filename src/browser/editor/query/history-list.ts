/** The list of the reader's own queries. A click copies one into the editor. */
import { button, element } from '../element.ts';
import type { PageData } from '../page-data.ts';
import { type QueryHistory, titleOfQuery } from './query-history.ts';

export interface HistoryList {
  readonly element: HTMLElement;
  readonly refresh: () => void;
}

export function historyList(
  { words, language }: PageData,
  history: QueryHistory,
  onChoose: (query: string) => void,
): HistoryList {
  const content = element('div');
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const refresh = () => {
    const past = history.list();
    if (past.length === 0) {
      content.replaceChildren(element('p', { class: 'remark' }, [words.historyEmpty]));
      return;
    }
    const items = past.map(({ query, time: at }) => {
      const when = new Date(at);
      return element('li', {}, [
        button(titleOfQuery(query), () => onChoose(query), {
          class: 'past',
          title: query.slice(0, 600),
        }),
        element('time', { datetime: isoOf(when) }, [
          isoOf(when) === undefined ? '' : time.format(when),
        ]),
      ]);
    });
    const clear = () => {
      history.clear();
      refresh();
      summary.focus();
    };
    content.replaceChildren(
      element('ul', { class: 'plain' }, items),
      button(words.clearHistory, clear, { class: 'quiet' }),
    );
  };
  const summary = element('summary', {}, [words.history]);
  refresh();
  return { element: element('details', { class: 'panel history' }, [summary, content]), refresh };
}

/** Undefined for an invalid date. */
const isoOf = (date: Date): string | undefined =>
  Number.isNaN(date.getTime()) ? undefined : date.toISOString();
