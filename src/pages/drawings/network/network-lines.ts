/** The lines of a network as SVG, with an arrowhead at each end that is a target. */
import { html } from 'hono/html';
import type { Html } from '../../parts/html.ts';
import { type Bundle, bundleName, pointsTo } from './bundles.ts';
import { short } from '../drawing.ts';
import type { Dot } from '../place-labels.ts';
import { oneLine } from '../text-width.ts';

const POINT = { length: 7, width: 3 };

export function renderBundle(bundle: Bundle, from: Dot, to: Dot, className = 'line'): Html {
  const [source, target] = bundle.ends;
  const title = html`<title>${oneLine(bundleName(bundle).text)}</title>`;
  if (source === target) return html`<g>${title}${renderLoop(from)}</g>`;
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance <= from.radius + to.radius) return html``;
  const [dx, dy] = [(to.x - from.x) / distance, (to.y - from.y) / distance];
  const point = (dot: Dot, side: 1 | -1) => {
    const [x, y] = [dot.x + side * dx * (dot.radius + 2), dot.y + side * dy * (dot.radius + 2)];
    const [bx, by] = [x + side * dx * POINT.length, y + side * dy * POINT.length];
    return `M${short(x)} ${short(y)}L${short(bx - dy * POINT.width)} ${short(by + dx * POINT.width)}L${short(bx + dy * POINT.width)} ${short(by - dx * POINT.width)}z`;
  };
  const points =
    (pointsTo(bundle, target) ? point(to, -1) : '') +
    (pointsTo(bundle, source) ? point(from, 1) : '');
  return html`<g
    >${title}<path
      class="${className}${bundle.lines.length > 1 ? ' many' : ''}"
      d="M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}" /><path
      class="point"
      d="${points}"
  /></g>`;
}

/** Height of a loop above the centre of its dot. */
export const loopHeight = ({ radius }: Dot): number => radius * 2.2 + 8;

function renderLoop(dot: Dot): Html {
  const { x, y, radius } = dot;
  const [wide, high] = [radius + 8, loopHeight(dot) * 1.33];
  return html`<path
    class="line"
    d="M${short(x - radius * 0.5)} ${short(y - radius * 0.8)}C${short(x - wide)} ${short(y - high)} ${short(x + wide)} ${short(y - high)} ${short(x + radius * 0.5)} ${short(y - radius * 0.8)}"
  />`;
}
