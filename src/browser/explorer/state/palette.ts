/** The colours of the page in the current colour scheme. */

export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly seal: string;
  readonly kinds: Readonly<Record<string, string>>;
  /** Font families of the drawing. */
  readonly sans: string;
}

/** Reads the computed colours of the style sheet. The value of a custom property is not resolved to a colour. */
export function readPalette(kinds: readonly string[]): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const colour = (property: string) => {
    probe.style.color = `var(${property})`;
    return toHex(getComputedStyle(probe).color);
  };
  const palette = {
    paper: colour('--paper'),
    surface: colour('--surface'),
    ink: colour('--ink'),
    inkSoft: colour('--ink-soft'),
    line: colour('--line'),
    lineStrong: colour('--line-strong'),
    seal: colour('--seal'),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, colour(`--kind-${kind}`)])),
    sans: getComputedStyle(document.body).fontFamily,
  };
  probe.remove();
  return palette;
}

function toHex(colour: string): string {
  const numbers = /^rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(colour);
  if (!numbers) return '#666666';
  return `#${numbers
    .slice(1, 4)
    .map((value) => Number(value).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Calls back when the colour scheme changes. */
export function onSchemeChange(change: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', change);
}
