/** The aside of a resource page: drawings of the neighbourhood, and the formats of the description. */
import { html } from 'hono/html';
import { drawMap, type Place } from '../drawings/map/map.ts';
import { drawNetwork, type NetworkDot } from '../drawings/network/network.ts';
import { drawTimeline, type Span } from '../drawings/time/timeline.ts';
import type { Html } from '../parts/html.ts';
import { hrefTo, isWebAddress, ownHref, queryHref } from '../parts/links.ts';
import type { ResourceView } from './resource-view.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import { renderIri } from '../parts/values.ts';

export function renderAside(
  view: ResourceView,
  mainGraph: string | undefined,
  context: PageContext,
): Html {
  return html`<aside>
    ${neighbours(view, context)} ${map(view, context)} ${timeline(view, context)}
    ${aboutDescription(view, mainGraph, context)}
  </aside>`;
}

const markOf = (iri: string, context: PageContext): NetworkDot => ({
  id: iri,
  label: nameOf(iri, context),
  href: ownHref(iri, context.site),
  kind: context.kinds.get(iri),
});

function neighbours({ neighbours: all, description }: ResourceView, context: PageContext) {
  if (all.length === 0) return '';
  const { iri } = description;
  const dots = new Map(
    [iri, ...all.map((one) => one.iri)].map((one) => [one, markOf(one, context)]),
  );
  const lines = all.map(({ iri: other, predicate, isIncoming }) => ({
    source: isIncoming ? other : iri,
    target: isIncoming ? iri : other,
    label: nameOf(predicate, context),
  }));
  const { messages, site } = context;
  return html`<section class="panel">
    <h2>${messages.neighbours}</h2>
    ${drawNetwork({ dots: [...dots.values()], lines, centre: iri }, context)}
    <p>
      <a href="${hrefTo(`explore?resource=${encodeURIComponent(iri)}`, site)}"
        >${messages.openExplorer}</a
      >
    </p>
  </section>`;
}

function map({ places }: ResourceView, context: PageContext): Html | '' {
  if (places.length === 0) return '';
  const drawn = places.map(({ iri, latitude, longitude }): Place => {
    const { label, href, kind } = markOf(iri, context);
    return { label, href, kind, latitude, longitude };
  });
  return html`<section class="panel">
    <h2>${context.messages.onTheMap}</h2>
    ${drawMap(drawn, context)}
  </section>`;
}

function timeline({ spans, description }: ResourceView, context: PageContext): Html | '' {
  if (spans.length === 0) return '';
  const drawn = spans.map(({ iri, predicate, start, end }): Span => {
    const { label, href, kind } = markOf(iri, context);
    const isOwn = iri === description.iri;
    return {
      label: predicate !== undefined && isOwn ? nameOf(predicate, context) : label,
      href: isOwn ? undefined : href,
      kind,
      start,
      end,
    };
  });
  return html`<section class="panel">
    <h2>${context.messages.inTime}</h2>
    ${drawTimeline(drawn, context)}
  </section>`;
}

function aboutDescription(
  { description, formats, path }: ResourceView,
  mainGraph: string | undefined,
  context: PageContext,
): Html {
  const { messages, site } = context;
  const { iri } = description;
  const network = `network.gexf?resource=${encodeURIComponent(iri)}`;
  return html`<section class="panel">
    <h2>${messages.about}</h2>
    <p class="iri">${isWebAddress(iri) ? html`<a href="${iri}">${iri}</a>` : iri}</p>
    ${
      mainGraph === undefined
        ? ''
        : html`<p class="count">
            ${messages.unlessStatedOtherwise} ${renderIri(mainGraph, context)}
          </p>`
    }
    <ul class="chips" aria-label="${messages.formats}">
      ${formats.map(
        ({ label, path: at }) =>
          html`<li><a class="chip" href="${site.root}${at}">${label}</a></li>`,
      )}
      <li><a class="chip" href="${site.root}${network}">GEXF</a></li>
    </ul>
    <p>
      <a href="${queryHref(queryAbout(iri), site)}">${messages.queryThis}</a>
      ${
        site.hasPast && !path.includes('?')
          ? html` · <a href="${site.root}timemap/${path}">${messages.earlierVersions}</a>`
          : ''
      }
    </p>
  </section>`;
}

const queryAbout = (iri: string) =>
  `SELECT ?property ?value WHERE {\n  <${iri}> ?property ?value .\n}\nORDER BY ?property`;
