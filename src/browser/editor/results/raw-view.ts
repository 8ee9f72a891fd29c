/** The response of the server in a selectable format. A long response is truncated. */
import { queryEndpoint } from '../addresses.ts';
import { detailOf } from '../query/check-query.ts';
import { element } from '../element.ts';
import type { Format, PageData } from '../page-data.ts';

const MAX_TEXT = 100_000;
/** The option for the query plan, and the name of its request parameter. */
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
  let current = new AbortController();
  const show = async () => {
    current.abort();
    const own = new AbortController();
    current = own;
    note.textContent = words.loading;
    const isPlan = choice.value === PLAN;
    try {
      const response = await queryEndpoint(page, query, {
        parameters: isPlan ? { explain: '' } : { format: choice.value },
        accept: '*/*',
        signal: AbortSignal.any([signal, own.signal]),
      });
      const { start, isComplete } = await readBeginning(response);
      if (own !== current) return;
      text.textContent = response.ok ? start : (detailOf(parse(start)) ?? start);
      note.textContent = isComplete ? '' : words.rawPart;
    } catch {
      if (own === current && !signal.aborted) note.textContent = words.unreachable;
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

/** Reads the response up to the maximum length and cancels the rest. */
async function readBeginning({ body }: Response): Promise<{ start: string; isComplete: boolean }> {
  if (!body) return { start: '', isComplete: true };
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let start = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { start, isComplete: true };
    start += value;
    if (start.length <= MAX_TEXT) continue;
    await reader.cancel();
    return { start: `${start.slice(0, MAX_TEXT)}…`, isComplete: false };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
