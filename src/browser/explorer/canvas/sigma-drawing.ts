/**
 * The drawing with sigma: nodes and edges by WebGL, labels on a canvas above them. For a dense graph sigma controls
 * only the camera, and nodes and edges are painted on a canvas below.
 */
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { extremityArrow, pathCurved, pathLine, pathLoop } from 'sigma/rendering';
import { prefersReducedMotion } from './reduced-motion.ts';
import { CanvasNodeRenderer } from './canvas-node-renderer.ts';
import type { Drawing, DrawingEvents, DrawingState } from './drawing.ts';
import type { GraphModel, ModelGraph } from '../state/graph-model.ts';
import { LabelRenderer } from './label-renderer.ts';
import { clearLayer, makeLayer } from './layer.ts';

/** A graph with more nodes is dense: its labels and edges are not painted while the drawing moves. */
const DENSE_NODE_COUNT = 1000;
const IDLE_MS = 250;
/** Maximum distance in pixels between the pointer and a hovered node of a dense graph. */
const HOVER_DISTANCE = 8;

/** Whether the browser supports WebGL 2. */
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
      // A larger target for touch input.
      nodePickingPadding: 4,
      stagePadding: 48,
      enableNodeDrag: true,
      enableCameraRotation: false,
      // The wheel scrolls the page until the drawing has the focus.
      gestureTarget: 'page',
      minCameraRatio: 0.02,
      maxCameraRatio: 6,
      zoomDuration: prefersReducedMotion() ? 0 : 150,
      inertiaDuration: prefersReducedMotion() ? 0 : 200,
      doubleClickZoomingDuration: prefersReducedMotion() ? 0 : 150,
    },
  });
}

export interface DrawingOptions {
  readonly container: HTMLElement;
  readonly model: GraphModel;
  readonly state: DrawingState;
}

export class SigmaDrawing implements Drawing {
  readonly isInteractive = true;
  readonly #model: GraphModel;
  readonly #container: HTMLElement;
  readonly #events: DrawingEvents;
  readonly #labelLayer = makeLayer();
  readonly #nodeLayer = makeLayer();
  readonly #labelRenderer = new LabelRenderer();
  readonly #nodeRenderer = new CanvasNodeRenderer();
  #sigma: OurSigma;
  #state: DrawingState;
  #isDense = false;
  #hovered: string | undefined;
  #isMoving = false;
  #isLabelLayerEmpty = false;
  /** Whether a touch or a mouse button is active. */
  #isPointerDown = false;
  #idleTimer: number | undefined;

  constructor({ container, model, state }: DrawingOptions, events: DrawingEvents) {
    this.#model = model;
    this.#state = state;
    this.#container = container;
    this.#events = events;
    this.#sigma = this.#open();
    const choose = (isChosen: boolean) =>
      this.#sigma.setSetting('gestureTarget', isChosen ? 'graph' : 'page');
    container.addEventListener('focusin', () => choose(true));
    container.addEventListener('focusout', () => choose(false));
    container.addEventListener('pointerdown', () => {
      this.#isPointerDown = true;
      container.focus({ preventScroll: true });
    });
    container.addEventListener('pointermove', ({ offsetX, offsetY }) => {
      if (this.#isDense && !this.#isMoving) this.#hover(this.#nodeAt(offsetX, offsetY));
    });
    for (const end of ['pointerup', 'pointercancel'])
      window.addEventListener(end, () => (this.#isPointerDown = false));
    new ResizeObserver(() => this.#sigma.scheduleRefresh()).observe(container);
  }

  get aspectRatio(): number {
    const { width, height } = this.#sigma.getDimensions();
    return width / height;
  }

  update(state: DrawingState): void {
    this.#state = state;
    const { graph } = this.#model;
    this.#labelRenderer.rank(graph);
    const isDense = graph.order > DENSE_NODE_COUNT;
    if (isDense !== this.#isDense) {
      this.#isDense = isDense;
      this.#hovered = undefined;
      this.#sigma.kill();
      this.#sigma = this.#open();
    }
    this.#updateBounds();
  }

  updatePositions(): void {
    this.#move();
    this.#updateBounds();
  }

  fit(): void {
    const camera = this.#sigma.getCamera();
    const fullView = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    if (prefersReducedMotion()) camera.setState(fullView);
    else void camera.animate(fullView, { duration: 200 });
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    const ratio = camera.getBoundedRatio(camera.ratio / factor);
    if (prefersReducedMotion()) camera.setState({ ratio });
    else void camera.animate({ ratio }, { duration: 150 });
  }

  #open(): OurSigma {
    const graph: ModelGraph = this.#isDense ? new MultiDirectedGraph() : this.#model.graph;
    const sigma = makeSigma(graph, this.#container);
    const { onSelect, onDrop } = this.#events;
    sigma.on('clickNode', ({ node }) => onSelect(node));
    sigma.on('clickStage', ({ event }) => onSelect(this.#nodeAt(event.x, event.y)));
    sigma.on('enterNode', ({ node }) => this.#hover(node));
    sigma.on('leaveNode', () => this.#hover(undefined));
    sigma.on('nodeDragEnd', ({ node }) => onDrop(node));
    sigma.on('afterRender', () => this.#paint());
    sigma.getCamera().on('updated', () => this.#move());
    if (this.#container.contains(document.activeElement))
      sigma.setSetting('gestureTarget', 'graph');
    sigma.getStageCanvas().hidden = this.#isDense;
    // For a dense graph hit tests are done here; sigma would read pixels back from the GPU in each frame.
    if (this.#isDense) sigma.getMouseCaptor().removeAllListeners('mousemove');
    this.#container.prepend(this.#nodeLayer);
    this.#container.append(this.#labelLayer);
    return sigma;
  }

  /** Updates the bounding box that a dense graph is fitted to. */
  #updateBounds(): void {
    if (this.#isDense) this.#sigma.setCustomBBox(this.#model.extent);
    this.#sigma.scheduleRender();
  }

  #hover(node: string | undefined): void {
    if (node === this.#hovered) return;
    this.#hovered = node;
    if (this.#isDense) this.#container.style.cursor = node === undefined ? '' : 'pointer';
    this.#paintLabels();
  }

  /** Hit test for a dense graph. Sigma does its own for the nodes that it draws. */
  #nodeAt(left: number, top: number): string | undefined {
    if (!this.#isDense) return undefined;
    const at = this.#sigma.viewportToGraph({ x: left, y: top });
    const edge = this.#sigma.viewportToGraph({ x: left + HOVER_DISTANCE, y: top });
    let nearest: string | undefined;
    let least = (edge.x - at.x) ** 2 + (edge.y - at.y) ** 2;
    this.#model.graph.forEachNode((node, { x, y }) => {
      const distance = (x - at.x) ** 2 + (y - at.y) ** 2;
      if (distance < least) [nearest, least] = [node, distance];
    });
    return nearest;
  }

  #move(): void {
    if (!this.#isDense) return;
    this.#isMoving = true;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = window.setTimeout(() => {
      if (this.#isPointerDown) return this.#move();
      this.#isMoving = false;
      this.#paint();
    }, IDLE_MS);
  }

  #paint(): void {
    if (this.#isDense) {
      const scene = this.#scene();
      const nodeContext = clearLayer(this.#nodeLayer, scene);
      if (nodeContext && this.#isMoving) this.#nodeRenderer.paintMoving(nodeContext, scene);
      else if (nodeContext) this.#nodeRenderer.paint(nodeContext, scene);
    } else if (this.#nodeLayer.width > 0) this.#nodeLayer.width = 0;
    this.#paintLabels();
  }

  #paintLabels(): void {
    // Cleared once: each change of a canvas makes the browser composite the page again.
    if (this.#isMoving && this.#isLabelLayerEmpty) return;
    this.#isLabelLayerEmpty = this.#isMoving;
    const scene = this.#scene();
    const labelContext = clearLayer(this.#labelLayer, scene);
    if (labelContext && !this.#isMoving) this.#labelRenderer.paint(labelContext, scene);
  }

  #scene() {
    const { width, height } = this.#sigma.getDimensions();
    return {
      graph: this.#model.graph,
      ...this.#state,
      hovered: this.#hovered,
      width,
      height,
      toView: (point: { readonly x: number; readonly y: number }) =>
        this.#sigma.graphToViewport(point),
      scale: (size: number) => this.#sigma.scaleSize(size),
    };
  }
}
