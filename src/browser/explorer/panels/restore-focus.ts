/** Restores the keyboard focus after a part of the page has been rendered again. */

const IDENTIFYING_ATTRIBUTES = ['data-link', 'data-more', 'data-key', 'data-node', 'id'] as const;

/** Renders the container again and focuses the element that corresponds to the previously focused one. */
export function restoreFocus(container: HTMLElement, rebuild: () => void): void {
  const { activeElement } = document;
  const focused =
    activeElement && container.contains(activeElement)
      ? IDENTIFYING_ATTRIBUTES.flatMap((attribute) => {
          const value = activeElement.getAttribute(attribute);
          return value === null ? [] : [{ attribute, value }];
        })[0]
      : undefined;
  rebuild();
  if (!focused) return;
  const { attribute, value } = focused;
  const findBy = (name: string) =>
    container.querySelector<HTMLElement>(`[${name}="${CSS.escape(value)}"]`);
  // The button for more links is absent when all are shown: the focus moves to its list.
  const next = findBy(attribute) ?? (attribute === 'data-more' ? findBy('data-link') : undefined);
  next?.focus({ preventScroll: true });
}
