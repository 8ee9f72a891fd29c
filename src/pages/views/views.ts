/**
 * The views of panels, one row each: which variables a view reads, whether the SPARQL page offers it too, and the
 * function that renders it. `View` in `queries/` lists the names that a `#+ view:` line may use.
 */
import type { View } from '../../queries/index.ts';
import type { AnswerTable } from '../parts/answer.ts';
import type { Html } from '../parts/html.ts';
import type { InterfaceLanguage } from '../parts/messages.ts';
import type { PageContext } from '../parts/site.ts';
import { renderAnswerView } from './answer-view.ts';
import { renderBars } from './bar-view.ts';
import { renderCards } from './cards-view.ts';
import { renderFigure } from './figure-view.ts';
import { renderMap } from './map-view.ts';
import { renderNetworkView } from './network-view.ts';
import type { Panel } from './panel.ts';
import { renderStrip } from './strip-view.ts';
import { renderTable } from './table-view.ts';
import { renderTimeline } from './timeline-view.ts';

interface ViewFacts {
  /** The variables that the view reads by name, in the order of docs/panels.md. */
  readonly variables: readonly string[];
  /** Rendered before the filters, which choose among what the other views show. */
  readonly isOverview?: boolean;
  /** States itself when rows of the answer are missing. */
  readonly reportsMissingRows?: boolean;
}

/** A view that also needs the panel: its filters, columns or title. */
interface PanelView extends ViewFacts {
  readonly endpoint?: undefined;
  readonly render: (answer: AnswerTable, context: PageContext, panel: Panel) => Html | '';
}

/** A view that needs the answer alone, so that the SPARQL page offers it as well. */
interface AnswerView extends ViewFacts {
  readonly endpoint: Readonly<Record<InterfaceLanguage, EndpointWords>>;
  /** Empty for an answer that the view cannot draw. */
  readonly render: (answer: AnswerTable, context: PageContext, panel?: Panel) => Html | '';
}

interface EndpointWords {
  /** The name of the view's tab. */
  readonly tab: string;
  /** Shown in place of an empty drawing: which columns the view needs. */
  readonly needs: string;
}

export const PANEL_VIEWS: Readonly<Record<View, PanelView | AnswerView>> = {
  table: { variables: [], reportsMissingRows: true, render: renderTable },
  cards: {
    variables: [
      'figure',
      'comparator',
      'value',
      'unit',
      'text',
      'note',
      'noteText',
      'disputed',
      'link',
    ],
    render: renderCards,
  },
  strip: {
    variables: ['start', 'end', 'total', 'category'],
    isOverview: true,
    render: renderStrip,
  },
  bar: {
    variables: ['value', 'figure', 'comparator', 'lower', 'upper', 'unit', 'label', 'note'],
    endpoint: {
      en: {
        tab: 'Chart',
        needs: 'A chart needs a column with numbers: ?value, or any that holds some.',
      },
      'zh-hans': { tab: '图表', needs: '图表需要含数字的列：?value，或任何含数字的列。' },
    },
    render: renderBars,
  },
  map: {
    variables: ['latitude', 'lat', 'longitude', 'long', 'label'],
    endpoint: {
      en: {
        tab: 'Map',
        needs: 'A map needs the columns ?latitude and ?longitude, in degrees.',
      },
      'zh-hans': { tab: '地图', needs: '地图需要 ?latitude 和 ?longitude 两列，以度为单位。' },
    },
    render: renderMap,
  },
  timeline: {
    variables: ['start', 'date', 'end', 'label'],
    endpoint: {
      en: {
        tab: 'Timeline',
        needs: 'A timeline needs the columns ?start, or ?date, and ?end.',
      },
      'zh-hans': { tab: '时间线', needs: '时间线需要 ?start（或 ?date）和 ?end 列。' },
    },
    render: renderTimeline,
  },
  network: {
    variables: ['subject', 'predicate', 'object'],
    endpoint: {
      en: {
        tab: 'Network',
        needs:
          'A network needs three columns of things, ?subject, ?predicate and ?object, as every CONSTRUCT has.',
      },
      'zh-hans': {
        tab: '网络',
        needs: '网络需要 ?subject、?predicate、?object 三列事物，CONSTRUCT 的结果均可。',
      },
    },
    render: renderNetworkView,
  },
  figure: { variables: [], render: renderFigure },
  answer: { variables: ['figure', 'unit', 'link'], render: renderAnswerView },
  source: {
    variables: ['place', 'basis', 'link', 'disputed', 'note', 'noteText', 'group', 'order'],
    reportsMissingRows: true,
    // On the pages of statements it is rendered by claim-source.ts; on its own page it is a table.
    render: renderTable,
  },
};

export interface EndpointView extends AnswerView {
  readonly name: View;
}

/** The views beside the table that `view=` of the SPARQL endpoint takes. */
export const ENDPOINT_VIEWS: readonly EndpointView[] = Object.entries(PANEL_VIEWS).flatMap(
  ([name, view]) => (view.endpoint ? [{ ...view, name: name as View }] : []),
);
