/** Text as a literal of a programming language: multi-line if possible, escaped if necessary. */

/** A quoted word for the shell, in which nothing is expanded. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

export function pythonString(text: string): string {
  return text.includes('\n') && !/\\|"""|"$/.test(text) && isPlain(text)
    ? `"""${text}"""`
    : JSON.stringify(text);
}

/** Raw strings exist since R 4.0. */
export function rString(text: string): string {
  return text.includes('\n') && !text.includes(')"') && isPlain(text)
    ? `r"(${text})"`
    : JSON.stringify(text);
}

export function scriptString(text: string): string {
  return text.includes('\n') && !/[`\\]|\$\{/.test(text) && isPlain(text)
    ? `\`${text}\``
    : JSON.stringify(text);
}

/** Whether no character needs an escape. */
const isPlain = (text: string): boolean =>
  // oxlint-disable-next-line no-control-regex
  !/[\u0000-\u0008\u000B-\u001F\u007F]/.test(text) && text.isWellFormed();
