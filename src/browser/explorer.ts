/** The graph explorer: the entry point of its script. */
import { renderDetails } from './explorer/panels/details-panel.ts';
import { byId, el } from './explorer/state/dom.ts';
import type { Drawing } from './explorer/canvas/drawing.ts';
import { type AppOptions, ExplorerApp } from './explorer/explorer-app.ts';
import type { AppState } from './explorer/state/exploration-store.ts';
import { startFinder } from './explorer/panels/finder.ts';
import { GraphApi } from './explorer/state/graph-api.ts';
import { restoreFocus } from './explorer/panels/restore-focus.ts';
import { listenToKeys } from './explorer/panels/keyboard.ts';
import { renderGraphs, renderKinds } from './explorer/panels/legend.ts';
import { readPageData, translatorOf } from './explorer/state/page-data.ts';
import { onSchemeChange, readPalette } from './explorer/state/palette.ts';
import type { LayoutName } from './explorer/state/exploration-state.ts';
import { saveAs } from './explorer/panels/save-file.ts';
import { hasWebGl, SigmaDrawing } from './explorer/canvas/sigma-drawing.ts';
import { StaticDrawing } from './explorer/canvas/static-drawing.ts';
import { Tables } from './explorer/panels/tables.ts';

const data = readPageData();
const translate = translatorOf(data);
const api = new GraphApi(data);
const drawingArea = byId('explore-drawing');
const layoutChoice = byId<HTMLSelectElement>('explore-layout');

byId('explorer').hidden = false;
byId('explore-plain').hidden = true;

const announce = (text: string) => {
  byId('explore-status').textContent = text;
};

const makeDrawing: AppOptions['makeDrawing'] = (model, state): Drawing => {
  if (hasWebGl()) {
    try {
      return new SigmaDrawing(
        { container: drawingArea, model, state },
        {
          onSelect: (node) => app.select(node),
          onDrop: (node) => void app.pin(node),
        },
      );
    } catch {
      drawingArea.replaceChildren();
    }
  }
  byId('explore-help').before(
    el('p', { class: 'error', id: 'explore-no-webgl' }, translate('noDrawing')),
  );
  return new StaticDrawing(drawingArea, model, state);
};

const app: ExplorerApp = new ExplorerApp({
  api,
  data,
  translate,
  makeDrawing,
  show,
  announce,
  palette: () => readPalette(Object.keys(data.kinds)),
});
const tables = new Tables(data, translate, (node) => app.select(node));

function show(state: AppState): void {
  const { exploration, scene, shown, details } = state;
  const parts = { exploration, data };
  renderInto('explore-selection', () => [
    ...(details
      ? renderDetails(
          { details, exploration, data, translate },
          {
            expand: (link) => void app.expand(link),
            unexpand: (link) => void app.unexpand(link),
            collapse: () => void app.collapse(),
            togglePin: () => void app.togglePin(),
            startHere: () => void app.explore(details.iri),
          },
        )
      : [el('p', { class: 'count' }, translate('nothingSelected'))]),
  ]);
  renderInto('explore-legend', () => [
    renderKinds(scene, parts, (key) => void app.toggleKind(key)),
  ]);
  const graphs = renderGraphs(scene, parts, (iri) => void app.toggleGraph(iri));
  byId('explore-graphs-panel').hidden = graphs === undefined;
  renderInto('explore-graphs', () => (graphs ? [graphs] : []));
  restoreFocus(byId('explorer'), () =>
    tables.show({ shown, scene, selected: exploration.selected }),
  );
  layoutChoice.value = exploration.layout;
  actionButton('undo').setAttribute('aria-disabled', state.canUndo ? 'false' : 'true');
  actionButton('redo').setAttribute('aria-disabled', state.canRedo ? 'false' : 'true');
}

function renderInto(id: string, nodes: () => readonly Node[]): void {
  const container = byId(id);
  restoreFocus(container, () => container.replaceChildren(...nodes()));
}

function actionButton(action: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-do="${action}"]`);
  if (!found) throw new Error(`the page has no button ${action}`);
  return found;
}

async function share(): Promise<void> {
  const isComplete = await app.writeAddress();
  await navigator.clipboard?.writeText(location.href).catch(() => {});
  announce(translate(isComplete ? 'copied' : 'tooLong'));
}

async function save(format: string): Promise<void> {
  const { scene, shown } = app.state;
  const [first] = scene.nodes.values();
  const title = scene.nodes.get(app.selected ?? '')?.label ?? first?.label ?? document.title;
  const palette = app.currentPalette;
  const name = await saveAs(format, { graph: app.model.graph, shown, palette, title });
  announce(translate('saved', { name }));
}

const ACTIONS: Readonly<Record<string, () => unknown>> = {
  undo: () => app.undo(),
  redo: () => app.redo(),
  fit: () => app.fit(),
  connect: () => app.connect(),
  whole: () => app.showDataset(),
  again: () => app.restart(),
  share,
  'zoom-in': () => app.zoom(1.4),
  'zoom-out': () => app.zoom(1 / 1.4),
};
for (const [action, act] of Object.entries(ACTIONS))
  actionButton(action).addEventListener('click', () => void act());
for (const button of document.querySelectorAll<HTMLElement>('[data-save]'))
  button.addEventListener('click', () => void save(button.dataset['save'] ?? ''));
layoutChoice.addEventListener('change', () => void app.setLayout(layoutChoice.value as LayoutName));

const focusPanel = () => byId('explore-selection-title').focus();
listenToKeys(drawingArea, app.model.graph, {
  select: (node) => app.select(node),
  selected: () => app.selected,
  showDetails: focusPanel,
  expandNext: () => app.expandNext(),
  collapse: () => void app.collapse(),
  togglePin: () => void app.togglePin(),
  nextLayout: () => app.nextLayout(),
  zoom: (factor) => app.zoom(factor),
  fit: () => app.fit(),
  undo: () => void app.undo(),
  redo: () => void app.redo(),
  find: () => byId('explore-resource').focus(),
});
startFinder({ api, data, translate, choose: (iri) => void app.explore(iri) });
onSchemeChange(() => app.repaint());
void app.start();
