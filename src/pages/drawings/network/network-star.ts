/** A resource among its neighbours, as a star. */
import { html } from 'hono/html';
import type { Html } from '../../parts/html.ts';
import type { PageContext } from '../../parts/site.ts';
import { type Bundle, bundleName } from './bundles.ts';
import { NARROW, renderMark, renderPicture, renderText, short, WIDE } from '../drawing.ts';
import type { NetworkDot, NetworkPicture } from './network-dot.ts';
import { loopHeight, renderBundle } from './network-lines.ts';
import type { Dot } from '../place-labels.ts';
import {
  layOutStar,
  type Neighbour,
  type PlacedText,
  type Star,
  toSectors,
} from './star-layout.ts';
import { LINE_HEIGHT, shorten, wrap } from '../text-width.ts';

/** Neighbours of a star, which is drawn beside a page's text. */
const MOST_NEIGHBOURS = 24;
const RADIUS = 5.5;
const CENTRE_RADIUS = 9;

interface StarOf {
  readonly centre: NetworkDot;
  readonly dots: readonly NetworkDot[];
  readonly bundles: readonly Bundle[];
  readonly label: string;
}

export function drawStar(parts: StarOf, context: PageContext): NetworkPicture {
  const { centre, dots, bundles } = parts;
  const links = new Map(
    bundles.flatMap((bundle) => {
      const [from, to] = bundle.ends;
      return from === centre.id ? [[to, bundle]] : to === centre.id ? [[from, bundle]] : [];
    }),
  );
  const neighbours = dots
    .filter(({ id }) => id !== centre.id)
    .map((dot): Neighbour<NetworkDot> => ({ dot, bundle: links.get(dot.id) }));
  const sectors = toSectors(neighbours, {
    centre: centre.id,
    most: MOST_NEIGHBOURS,
    language: context.interfaceLanguage,
  });
  const pictures = [NARROW, WIDE].map((width) =>
    renderStar(layOutStar(sectors, width), parts, context),
  );
  const drawn = sectors.flatMap((sector) => sector.neighbours.map(({ dot }) => dot));
  return { picture: html`${pictures}`, drawn: [centre, ...drawn] };
}

function renderStar(
  star: Star<NetworkDot>,
  { centre, bundles, label }: StarOf,
  context: PageContext,
): Html {
  const middle: Dot = { ...star.centre, radius: CENTRE_RADIUS };
  const spots = new Map<string, Dot>([
    [centre.id, middle],
    ...star.neighbours.map(({ dot, x, y }) => [dot.id, { x, y, radius: RADIUS }] as const),
  ]);
  const lines = bundles.flatMap((bundle) => {
    const [from, to] = bundle.ends.map((id) => spots.get(id));
    if (!from || !to) return [];
    const isOfCentre = bundle.ends.includes(centre.id);
    return [
      { isOfCentre, line: renderBundle(bundle, from, to, isOfCentre ? 'line' : 'line weak') },
    ];
  });
  // Lines between neighbours are drawn below the lines to the centre.
  const ordered = lines.toSorted((a, b) => Number(a.isOfCentre) - Number(b.isOfCentre));
  const own = bundles.find(({ ends }) => ends[0] === centre.id && ends[1] === centre.id);
  return renderPicture(star, label, [
    ...ordered.map(({ line }) => line),
    ...star.captions.map((caption) => text(caption, 'soft')),
    ...star.neighbours.map(({ dot, x, y, name }) =>
      renderMark(
        dot,
        [hitArea(x, y, star), renderDot({ x, y, radius: RADIUS }), text(name)],
        context,
      ),
    ),
    ...(own ? [ownCaption(own, middle, star)] : []),
    renderMark(centre, [renderDot(middle), centreName(centre, star)], context),
  ]);
}

/** The clickable area of the dot and its name, up to the edge. */
function hitArea(x: number, y: number, { width, centre }: Star): Html {
  const left = x < centre.x ? 0 : x - 12;
  const right = x < centre.x ? x + 12 : width;
  return html`<rect
    class="hit"
    x="${short(left)}"
    y="${short(y - 12)}"
    width="${short(right - left)}"
    height="24"
  />`;
}

export const renderDot = ({ x, y, radius }: Dot): Html =>
  html`<circle class="dot" cx="${short(x)}" cy="${short(y)}" r="${radius}" />`;

const text = ({ lines, language, x, y, anchor }: PlacedText, className?: string): Html =>
  renderText({ text: lines, language }, { x, y, anchor, ...(className ? { className } : {}) });

/** Width between the two arcs. */
const roomInside = ({ width }: Star): number => width * (width < 400 ? 0.22 : 0.28);

function centreName({ label }: NetworkDot, star: Star): Html {
  return text(
    {
      lines: wrap(label.text, roomInside(star), 3),
      language: label.language,
      x: star.centre.x,
      y: star.centre.y + CENTRE_RADIUS + LINE_HEIGHT,
      anchor: 'middle',
    },
    'strong',
  );
}

/** The caption of the links from the centre to itself, above the loop. */
function ownCaption(own: Bundle, middle: Dot, star: Star): Html {
  const { text: name, language } = bundleName(own);
  return text(
    {
      lines: [shorten(name, roomInside(star))],
      language,
      x: middle.x,
      y: middle.y - loopHeight(middle) - 4,
      anchor: 'middle',
    },
    'soft',
  );
}
