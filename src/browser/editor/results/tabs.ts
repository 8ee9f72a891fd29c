/** Tabs with keyboard navigation. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
import { element } from '../element.ts';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
}

interface TabsOptions<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly selected: Name;
  /** Creates the content of a tab. */
  readonly open: (name: Name) => HTMLElement;
}

/** The tabs and their panel. Arrow keys only move the focus: opening a tab, by Enter or a click, may send a request. */
export function tabs<Name extends string>({
  label,
  tabs: all,
  selected,
  open,
}: TabsOptions<Name>): HTMLElement[] {
  const panel = element('div', { role: 'tabpanel', id: 'result-panel', tabindex: '-1' });
  const made = all.map((tab) => {
    const attributes = {
      type: 'button',
      role: 'tab',
      id: `tab-${tab.name}`,
      'aria-controls': panel.id,
    };
    const one = element('button', attributes, [tab.label]);
    one.addEventListener('click', () => select(tab.name));
    return { name: tab.name, one };
  });
  const list = element(
    'div',
    { role: 'tablist', 'aria-label': label },
    made.map(({ one }) => one),
  );
  list.addEventListener('keydown', (event) => {
    const at = made.findIndex(({ one }) => one === event.target);
    const next = targetOf(event.key, at, made.length);
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    made[next]?.one.focus();
  });
  select(selected);
  return [list, panel];

  function select(name: Name): void {
    for (const { name: other, one } of made) {
      one.setAttribute('aria-selected', String(other === name));
      one.tabIndex = other === name ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', `tab-${name}`);
    panel.replaceChildren(open(name));
  }
}

function targetOf(key: string, at: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % length;
    case 'ArrowLeft':
      return (at - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}
