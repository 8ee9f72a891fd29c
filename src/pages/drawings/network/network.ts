/** Networks of resources: one among its neighbours, or a small network without a centre. */
import { html } from 'hono/html';
import { languageTag } from '../../parts/language-names.ts';
import type { Html } from '../../parts/html.ts';
import type { InterfaceLanguage } from '../../parts/messages.ts';
import type { PageContext } from '../../parts/site.ts';
import { bundleLines, type NetworkLine } from './bundles.ts';
import { kindLegend, leftOut, renderDrawing, renderName } from '../drawing.ts';
import type { NetworkDot } from './network-dot.ts';
import { drawStar } from './network-star.ts';
import { drawOverview } from './network-overview.ts';

export type { NetworkDot, NetworkLine };

export interface Network {
  readonly dots: readonly NetworkDot[];
  readonly lines: readonly NetworkLine[];
  /** The id of the dot in the centre. */
  readonly centre?: string | undefined;
}

interface Words {
  readonly label: (dots: string) => string;
  readonly around: (name: string) => string;
}

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
  en: {
    label: (dots) => `Network, things: ${dots}`,
    around: (name) => `Neighbours of ${name}`,
  },
  'zh-hans': {
    label: (dots) => `关系图：${dots} 个事物`,
    around: (name) => `“${name}”的相邻事物`,
  },
};

export function drawNetwork(network: Network, context: PageContext): Html {
  const dots = new Map(network.dots.map((dot) => [dot.id, dot]));
  if (dots.size === 0) return html``;
  const { interfaceLanguage } = context;
  const words = WORDS[interfaceLanguage];
  const centre = network.centre === undefined ? undefined : dots.get(network.centre);
  const label = centre
    ? words.around(centre.label.text)
    : words.label(dots.size.toLocaleString(interfaceLanguage));
  const bundles = bundleLines(network.lines, new Set(dots.keys()));
  const { picture, drawn } = centre
    ? drawStar({ centre, dots: [...dots.values()], bundles, label }, context)
    : drawOverview({ dots: [...dots.values()], bundles, label }, context);
  return renderDrawing(
    {
      name: 'network',
      label,
      picture,
      list: listed(network, dots, context),
      caption: [leftOut(dots.size - drawn.length, context), kindLegend(drawn, context)],
    },
    context,
  );
}

/** Each line as a sentence, then the dots without lines. */
function listed(
  { lines }: Network,
  dots: ReadonlyMap<string, NetworkDot>,
  context: PageContext,
): Html[] {
  const named = new Set<string>();
  const sentences = lines.flatMap(({ source, target, label }) => {
    const [from, to] = [dots.get(source), dots.get(target)];
    if (!from || !to) return [];
    named.add(source).add(target);
    return [
      html`${renderName(from, context)} <i lang="${languageTag(label.language)}">${label.text}</i> →
        ${renderName(to, context)}`,
    ];
  });
  const alone = [...dots.values()].filter(({ id }) => !named.has(id));
  return [...sentences, ...alone.map((dot) => renderName(dot, context))];
}
