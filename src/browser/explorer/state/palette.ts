/** The colours of the page, as they are at the moment: in the light or in the dark. */

export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly seal: string;
  readonly kinds: Readonly<Record<string, string>>;
  /** Font families, for what is drawn. */
  readonly sans: string;
}

/** Reads what the stylesheet says; a property alone would give the words of it, not the colour. */
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

/** Calls back whenever the reader goes from light to dark or back. */
export function onSchemeChange(change: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', change);
}
