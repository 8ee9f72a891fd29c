/** Focus that survives when a part of the page is made anew. */

const MARKS = ['data-link', 'data-more', 'data-key', 'data-node', 'id'] as const;

/** Makes the part anew; what had the focus, or what stands for it now, has it again. */
export function keepFocus(part: HTMLElement, remake: () => void): void {
  const { activeElement } = document;
  const wanted =
    activeElement && part.contains(activeElement)
      ? MARKS.flatMap((mark) => {
          const value = activeElement.getAttribute(mark);
          return value === null ? [] : [{ mark, value }];
        })[0]
      : undefined;
  remake();
  if (!wanted) return;
  const { mark, value } = wanted;
  const find = (name: string) =>
    part.querySelector<HTMLElement>(`[${name}="${CSS.escape(value)}"]`);
  // Where there is no more to show, the list itself stands for its button.
  const next = find(mark) ?? (mark === 'data-more' ? find('data-link') : undefined);
  next?.focus({ preventScroll: true });
}
