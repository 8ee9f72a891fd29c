/** Any text as a literal of a programming language: multi-line where that reads well, escaped where it has to be. */

/** A word for the shell: nothing in it is expanded. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

export function pythonString(text: string): string {
  return text.includes('\n') && !/\\|"""|"$/.test(text) && isPlain(text)
    ? `"""${text}"""`
    : JSON.stringify(text);
}

/** Raw strings are there from R 4.0 on. */
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

/** Whether every character of it can stand in a program as it is. */
const isPlain = (text: string): boolean =>
  // oxlint-disable-next-line no-control-regex
  !/[\u0000-\u0008\u000B-\u001F\u007F]/.test(text) && text.isWellFormed();
