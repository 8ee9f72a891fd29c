/** One line on the terminal that shows the current step; nothing without a terminal. */

export interface Progress {
  readonly step: (text: string) => void;
  /** Clears the line. */
  readonly end: () => void;
}

/** Work shorter than this shows nothing: a line that appears for a moment only distracts. */
const PATIENCE_MS = 300;

export function showProgress(): Progress {
  const { stderr } = process;
  if (!stderr.isTTY) return { step: () => {}, end: () => {} };
  const startedMs = performance.now();
  let isShown = false;
  const clear = () => {
    if (isShown) stderr.write('\r\u001B[2K');
    isShown = false;
  };
  return {
    step: (text) => {
      if (performance.now() - startedMs < PATIENCE_MS) return;
      clear();
      stderr.write(`${text.slice(0, (stderr.columns ?? 80) - 2)}…`);
      isShown = true;
    },
    end: clear,
  };
}
