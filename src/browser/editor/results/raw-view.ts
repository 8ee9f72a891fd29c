/** An answer as the server writes it, in a format of the reader's choice: its beginning, never all of a long one. */
import { askEndpoint } from '../addresses.ts';
import { detailOf } from '../query/check-query.ts';
import { element } from '../element.ts';
import type { Format, PageData } from '../page-data.ts';

const MAX_TEXT = 100_000;
/** The name under which the plan of a query is requested. */
const PLAN = 'explain';

interface RawOptions {
  readonly query: string;
  readonly formats: readonly Format[];
  readonly signal: AbortSignal;
}

export function rawView(page: PageData, { query, formats, signal }: RawOptions): HTMLElement {
  const { words } = page;
  const all = [...formats, { name: PLAN, label: words.plan, extension: 'txt' }];
  const choice = element(
    'select',
    {},
    all.map(({ name, label }) => element('option', { value: name }, [label])),
  );
  const note = element('p', { class: 'remark', role: 'status' });
  const text = element('pre', { tabindex: '0', class: 'raw', 'aria-label': words.raw });
  let reading = new AbortController();
  const show = async () => {
    reading.abort();
    const own = new AbortController();
    reading = own;
    note.textContent = words.loading;
    const isPlan = choice.value === PLAN;
    try {
      const response = await askEndpoint(page, query, {
        parameters: isPlan ? { explain: '' } : { format: choice.value },
        accept: '*/*',
        signal: AbortSignal.any([signal, own.signal]),
      });
      const { start, isWhole } = await readStart(response);
      if (own !== reading) return;
      text.textContent = response.ok ? start : (detailOf(parse(start)) ?? start);
      note.textContent = isWhole ? '' : words.rawPart;
    } catch {
      if (own === reading && !signal.aborted) note.textContent = words.unreachable;
    }
  };
  choice.addEventListener('change', () => void show());
  void show();
  return element('div', { class: 'raw-view' }, [
    element('label', {}, [`${words.format} `, choice]),
    note,
    text,
  ]);
}

/** As much as is shown; the rest is not requested. */
async function readStart({ body }: Response): Promise<{ start: string; isWhole: boolean }> {
  if (!body) return { start: '', isWhole: true };
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let start = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { start, isWhole: true };
    start += value;
    if (start.length <= MAX_TEXT) continue;
    await reader.cancel();
    return { start: `${start.slice(0, MAX_TEXT)}…`, isWhole: false };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
