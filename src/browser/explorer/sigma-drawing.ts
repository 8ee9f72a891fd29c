/** The drawing by sigma: nodes and lines by WebGL, names by the painter above them. */
import Sigma from 'sigma';
import { extremityArrow, pathCurved, pathLine, pathLoop } from 'sigma/rendering';
import { isCalm } from './calm.ts';
import type { Drawing, DrawingEvents, DrawingState } from './drawing.ts';
import type { GraphModel, ModelGraph } from './graph-model.ts';
import { LabelPainter } from './label-painter.ts';
import { paintLines } from './line-painter.ts';

/** From so many nodes on, names and lines are left out while the drawing moves. */
const MANY = 1000;
const REST_MS = 250;

/** Whether the browser draws by WebGL 2. */
export function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

type OurSigma = ReturnType<typeof makeSigma>;

function makeSigma(graph: ModelGraph, container: HTMLElement) {
  return new Sigma(graph, container, {
    primitives: {
      edges: {
        paths: [pathLine(), pathCurved(), pathLoop()],
        extremities: [extremityArrow({ lengthRatio: 5, widthRatio: 4 })],
      },
    },
    styles: {
      nodes: {
        x: { attribute: 'x' },
        y: { attribute: 'y' },
        size: { attribute: 'size' },
        color: { attribute: 'color' },
        depth: 'nodes',
      },
      edges: {
        size: { attribute: 'size' },
        color: { attribute: 'color' },
        head: 'arrow',
        parallelPath: 'curved',
        selfLoopPath: 'loop',
        depth: 'edges',
      },
    },
    settings: {
      renderLabels: false,
      renderEdgeLabels: false,
      itemSizesReference: 'screen',
      pickingDownSizingRatio: 4,
      // A node is small among many, and a finger is not.
      nodePickingPadding: 4,
      stagePadding: 48,
      enableNodeDrag: true,
      // The page keeps its wheel until somebody has chosen the drawing.
      gestureTarget: 'page',
      minCameraRatio: 0.02,
      maxCameraRatio: 6,
      zoomDuration: isCalm() ? 0 : 150,
      inertiaDuration: isCalm() ? 0 : 200,
      doubleClickZoomingDuration: isCalm() ? 0 : 150,
    },
  });
}

export class SigmaDrawing implements Drawing {
  readonly isLive = true;
  readonly #model: GraphModel;
  readonly #container: HTMLElement;
  readonly #events: DrawingEvents;
  #sigma: OurSigma;
  #isBig = false;
  /** Of a big graph the nodes alone: sigma works at every line in every frame, seen or not. */
  #drawn: ModelGraph;
  readonly #names = makeCanvas();
  readonly #lines = makeCanvas();
  readonly #painter = new LabelPainter();
  #state: DrawingState;
  #hovered: string | undefined;
  #isMoving = false;
  /** How often the graph has changed. */
  #changes = 0;
  #linesOf: string | undefined;
  #isEmpty = true;
  #rest: number | undefined;

  constructor({ container, model, state }: DrawingPlace, events: DrawingEvents) {
    this.#model = model;
    this.#state = state;
    this.#container = container;
    this.#events = events;
    this.#drawn = model.graph;
    this.#sigma = this.#open();
    // The page keeps its wheel until somebody has chosen the drawing.
    const choose = (isChosen: boolean) =>
      this.#sigma.setSetting('gestureTarget', isChosen ? 'graph' : 'page');
    container.addEventListener('focusin', () => choose(true));
    container.addEventListener('focusout', () => choose(false));
    container.addEventListener('pointerdown', () => container.focus({ preventScroll: true }));
    new ResizeObserver(() => this.#sigma.scheduleRefresh()).observe(container);
  }

  get shape(): number {
    const { width, height } = this.#sigma.getDimensions();
    return width / height;
  }

  update(state: DrawingState): void {
    this.#state = state;
    this.#changes += 1;
    this.#painter.rank(this.#model.graph);
    const isBig = this.#model.graph.order > MANY;
    if (isBig !== this.#isBig) {
      this.#isBig = isBig;
      this.#sigma.kill();
      this.#drawn = isBig ? this.#nodesAlone() : this.#model.graph;
      this.#sigma = this.#open();
    } else if (isBig) {
      this.#drawn = this.#nodesAlone();
      this.#sigma.setGraph(this.#drawn);
    }
    this.#sigma.scheduleRender();
  }

  moved(): void {
    this.#changes += 1;
    this.#move();
    if (this.#isBig)
      this.#drawn.updateEachNodeAttributes(
        (node, attributes) => {
          const { x, y } = this.#model.graph.getNodeAttributes(node);
          return { ...attributes, x, y };
        },
        { attributes: ['x', 'y'] },
      );
    this.#sigma.scheduleRender();
  }

  fit(): void {
    const camera = this.#sigma.getCamera();
    const whole = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    if (isCalm()) camera.setState(whole);
    else void camera.animate(whole, { duration: 200 });
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    const ratio = camera.getBoundedRatio(camera.ratio / factor);
    if (isCalm()) camera.setState({ ...camera.getState(), ratio });
    else void camera.animate({ ratio }, { duration: 150 });
  }

  #open(): OurSigma {
    const sigma = makeSigma(this.#drawn, this.#container);
    const { onSelect } = this.#events;
    sigma.on('clickNode', ({ node }) => onSelect(node));
    sigma.on('clickStage', () => onSelect(undefined));
    sigma.on('enterNode', ({ node }) => this.#hover(node));
    sigma.on('leaveNode', () => this.#hover(undefined));
    sigma.on('nodeDragEnd', ({ node }) => this.#drop(node));
    sigma.on('afterRender', () => this.#paint());
    sigma.getCamera().on('updated', () => this.#move());
    if (this.#container.contains(document.activeElement))
      sigma.setSetting('gestureTarget', 'graph');
    this.#container.prepend(this.#lines);
    this.#container.append(this.#names);
    return sigma;
  }

  #nodesAlone(): ModelGraph {
    return this.#model.graph.emptyCopy() as ModelGraph;
  }

  #drop(node: string): void {
    if (this.#isBig) {
      const { x, y } = this.#drawn.getNodeAttributes(node);
      this.#model.graph.mergeNodeAttributes(node, { x, y });
    }
    this.#events.onDrop(node);
  }

  #hover(node: string | undefined): void {
    this.#hovered = node;
    this.#sigma.scheduleRender();
  }

  #move(): void {
    if (!this.#isBig) return;
    this.#isMoving = true;
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      this.#isMoving = false;
      this.#paint();
    }, REST_MS);
  }

  #paint(): void {
    const { width, height } = this.#sigma.getDimensions();
    const scene = {
      graph: this.#model.graph,
      ...this.#state,
      hovered: this.#hovered,
      width,
      height,
      toView: (place: { readonly x: number; readonly y: number }) =>
        this.#sigma.graphToViewport(place),
      scale: (size: number) => this.#sigma.scaleSize(size),
    };
    if (this.#isMoving) {
      // Emptied once: each canvas that changes is put together with the page anew.
      if (this.#isEmpty) return;
      this.#isEmpty = true;
      this.#linesOf = undefined;
      clear(this.#names, scene);
      clear(this.#lines, scene);
      return;
    }
    this.#isEmpty = false;
    const names = clear(this.#names, scene);
    if (names) this.#painter.paint(names, scene);
    const frame = this.#isBig ? this.#frameOf() : '';
    if (this.#linesOf === frame) return;
    this.#linesOf = frame;
    const lines = clear(this.#lines, scene);
    if (lines && this.#isBig) paintLines(lines, scene);
  }

  /** What the painted lines depend on. */
  #frameOf(): string {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    const { width, height } = this.#sigma.getDimensions();
    const { selected, palette } = this.#state;
    return [this.#changes, x, y, ratio, width, height, selected, palette.line].join(' ');
  }
}

function makeCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'explore-layer';
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

/** The empty canvas, in the pixels of the page. */
function clear(
  canvas: HTMLCanvasElement,
  { width, height }: { readonly width: number; readonly height: number },
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

export interface DrawingPlace {
  readonly container: HTMLElement;
  readonly model: GraphModel;
  readonly state: DrawingState;
}
