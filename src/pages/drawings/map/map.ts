/** Places on a map: coasts and a grid, no borders. */
import { html } from 'hono/html';
import type { Html } from '../../parts/html.ts';
import type { InterfaceLanguage } from '../../parts/messages.ts';
import type { PageContext } from '../../parts/site.ts';
import { COAST_SCALE, coastPath } from './coast.ts';
import {
  kindLegend,
  kindOf,
  leftOut,
  type Mark,
  NARROW,
  renderDrawing,
  renderMark,
  renderName,
  renderPicture,
  renderText,
  short,
  WIDE,
} from '../drawing.ts';
import { LabelBoxes } from '../label-boxes.ts';
import { fitView, graticule, isPosition, type MapView } from './map-view.ts';
import { dotBox, placeLabel } from '../place-labels.ts';

export interface Place extends Mark {
  readonly latitude: number;
  readonly longitude: number;
}

interface Words {
  readonly label: (places: string) => string;
  readonly source: string;
  readonly north: (degrees: string) => string;
  readonly south: (degrees: string) => string;
  readonly east: (degrees: string) => string;
  readonly west: (degrees: string) => string;
  readonly between: string;
}

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
  en: {
    label: (places) => `Map, places: ${places}`,
    source: 'Coastlines: Natural Earth, public domain',
    north: (degrees) => `${degrees}° N`,
    south: (degrees) => `${degrees}° S`,
    east: (degrees) => `${degrees}° E`,
    west: (degrees) => `${degrees}° W`,
    between: ', ',
  },
  'zh-hans': {
    label: (places) => `地图：${places} 个地点`,
    source: '海岸线：Natural Earth，公有领域',
    north: (degrees) => `北纬 ${degrees}°`,
    south: (degrees) => `南纬 ${degrees}°`,
    east: (degrees) => `东经 ${degrees}°`,
    west: (degrees) => `西经 ${degrees}°`,
    between: '，',
  },
};

/** Dots on one map. */
const MOST_DOTS = 500;
/** Names on one map. */
const MOST_LABELS = 25;
/** Dots closer than this, in units, are merged. */
const MERGE_DISTANCE = 4;

/** A dot of the map, for one or several places. */
interface PlacedDot {
  readonly x: number;
  readonly y: number;
  readonly places: readonly [Place, ...Place[]];
}

export async function drawMap(
  places: readonly Place[],
  context: PageContext,
): Promise<Awaited<Html>> {
  const valid = places.filter(isPosition);
  const drawn = valid.slice(0, MOST_DOTS);
  if (drawn.length === 0) return html``;
  const { interfaceLanguage } = context;
  const words = WORDS[interfaceLanguage];
  const label = words.label(drawn.length.toLocaleString(interfaceLanguage));
  const view = fitView(drawn, WIDE);
  const coast = await coastPath(view);
  const dots = (width: number) => renderDots(drawn, { view, width }, context);
  const picture = renderPicture(
    { ...view, className: 'map' },
    label,
    html`<g transform="scale(${1 / COAST_SCALE})"><path class="land" d="${coast}" /></g
      ><path class="grid" d="${graticule(view)}" /><g
        class="narrow"
        transform="scale(${short(WIDE / NARROW)})"
        >${dots(NARROW)}</g
      ><g class="wide">${dots(WIDE)}</g>`,
  );
  return renderDrawing(
    {
      name: 'map',
      label,
      picture,
      list: places.map(
        (place) => html`${renderName(place, context)} ${coordinates(place, context)}`,
      ),
      caption: [
        leftOut(valid.length - drawn.length, context),
        new Set(drawn.map(kindOf)).size > 1 ? kindLegend(drawn, context) : undefined,
        html`<p class="source">${words.source}</p>`,
      ],
    },
    context,
  );
}

function renderDots(
  places: readonly Place[],
  { view, width }: { readonly view: MapView; readonly width: number },
  context: PageContext,
): Html[] {
  // Rounded like the attribute in the picture, so that both agree to the last digit.
  const scale = width === WIDE ? 1 : Number(short(WIDE / NARROW));
  const dots = mergedDots(places, (place) => {
    const [x, y] = view.positionOf(place);
    return { x: x / scale, y: y / scale };
  });
  const radius = dots.length <= MOST_LABELS ? 5 : dots.length <= 100 ? 4 : 3;
  const edge = { width: view.width / scale - 4, height: view.height / scale - 4 };
  const boxes = new LabelBoxes({ x: 2, y: 2, ...edge });
  for (const dot of dots) boxes.block(dotBox({ ...dot, radius }));
  return dots.map(({ x, y, places: here }, at) => {
    const [first] = here;
    const text = first.label.text + (here.length > 1 ? ` +${here.length - 1}` : '');
    const name =
      at < MOST_LABELS
        ? placeLabel(text, { x, y, radius }, { boxes, longest: width * 0.42 })
        : undefined;
    const mark =
      here.length === 1 ? first : { ...first, label: { text: allNames(here), language: '' } };
    return renderMark(
      mark,
      [
        ...(dots.length <= MOST_LABELS
          ? [html`<circle class="hit" cx="${short(x)}" cy="${short(y)}" r="12" />`]
          : []),
        html`<circle class="dot" cx="${short(x)}" cy="${short(y)}" r="${radius}" />`,
        ...(name
          ? [
              renderText(
                { text: name.text, language: first.label.language },
                { ...name.at, anchor: name.anchor },
              ),
            ]
          : []),
      ],
      context,
    );
  });
}

const allNames = (places: readonly Place[]): string =>
  places.map(({ label }) => label.text).join(' · ');

function mergedDots(
  places: readonly Place[],
  position: (place: Place) => { readonly x: number; readonly y: number },
): PlacedDot[] {
  const dots: PlacedDot[] = [];
  for (const place of places) {
    const { x, y } = position(place);
    const index = dots.findIndex((dot) => Math.hypot(dot.x - x, dot.y - y) < MERGE_DISTANCE);
    const dot = dots[index];
    if (dot) dots[index] = { ...dot, places: [...dot.places, place] };
    else dots.push({ x, y, places: [place] });
  }
  return dots;
}

/** "48.86° N, 2.35° E" */
function coordinates({ latitude, longitude }: Place, { interfaceLanguage }: PageContext): Html {
  const words = WORDS[interfaceLanguage];
  const degrees = (value: number) =>
    Math.abs(value).toLocaleString(interfaceLanguage, { maximumFractionDigits: 2 });
  const text = [
    (latitude < 0 ? words.south : words.north)(degrees(latitude)),
    (longitude < 0 ? words.west : words.east)(degrees(longitude)),
  ].join(words.between);
  return html`<small class="tag">${text}</small>`;
}
