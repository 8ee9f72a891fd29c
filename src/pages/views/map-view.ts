/** Items on a map: `latitude` or `lat`, and `longitude` or `long`, in degrees of WGS 84. */
import type { AnswerTable } from '../parts/answer.ts';
import { drawMap, type Place } from '../drawings/map/map.ts';
import type { Html } from '../parts/html.ts';
import type { PageContext } from '../parts/site.ts';
import { markOf } from './item-mark.ts';
import { Items } from './items.ts';

export function renderMap(answer: AnswerTable, context: PageContext): Html | '' {
  const items = new Items(answer, context);
  const places = items.list.flatMap((item): Place[] => {
    const latitude = items.number(item, 'latitude') ?? items.number(item, 'lat');
    const longitude = items.number(item, 'longitude') ?? items.number(item, 'long');
    if (latitude === undefined || longitude === undefined) return [];
    return [{ ...markOf(item, items, context), latitude, longitude }];
  });
  return places.length === 0 ? '' : drawMap(places, context);
}
