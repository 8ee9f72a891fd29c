/** Language tags. https://www.rfc-editor.org/rfc/rfc4647#section-3.3.1 */

/** Whether `tag` is in the basic language range `range`: "zh" matches "zh-Hans", "*" matches every tag. */
export function languageMatches(tag: string, range: string): boolean {
  const [a, b] = [tag.toLowerCase(), range.toLowerCase()];
  return b === '*' ? a !== '' : a === b || a.startsWith(`${b}-`);
}
