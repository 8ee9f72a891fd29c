/**
 * The drawing by sigma: nodes and lines by WebGL, names by the painter above them. Of a crowd of nodes sigma keeps the
 * camera alone, and a painter of our own draws.
 */
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { extremityArrow, pathCurved, pathLine, pathLoop } from 'sigma/rendering';
import { prefersReducedMotion } from './reduced-motion.ts';
import { CrowdPainter } from './canvas-node-renderer.ts';
import type { Drawing, DrawingEvents, DrawingState } from './drawing.ts';
import type { GraphModel, ModelGraph } from '../state/graph-model.ts';
import { LabelPainter } from './label-renderer.ts';
import { clearLayer, makeLayer } from './layer.ts';

/** From so many nodes on it is a crowd: names and lines are left out while the drawing moves. */
const CROWD = 1000;
const REST_MS = 250;
/** Pixels around the pointer in which a node of a crowd is hovered. */
const REACH = 8;

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
      // A node is small, and a finger is not.
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

export interface DrawingPlace {
  readonly container: HTMLElement;
  readonly model: GraphModel;
  readonly state: DrawingState;
}

export class SigmaDrawing implements Drawing {
  readonly isLive = true;
  readonly #model: GraphModel;
  readonly #container: HTMLElement;
  readonly #events: DrawingEvents;
  readonly #names = makeLayer();
  readonly #ground = makeLayer();
  readonly #painter = new LabelPainter();
  readonly #crowd = new CrowdPainter();
  #sigma: OurSigma;
  #state: DrawingState;
  #isCrowd = false;
  #hovered: string | undefined;
  #isMoving = false;
  #isNameless = false;
  /** Whether a finger or a button is down. */
  #isHeld = false;
  #rest: number | undefined;

  constructor({ container, model, state }: DrawingPlace, events: DrawingEvents) {
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
      this.#isHeld = true;
      container.focus({ preventScroll: true });
    });
    container.addEventListener('pointermove', ({ offsetX, offsetY }) => {
      if (this.#isCrowd && !this.#isMoving) this.#hover(this.#nodeAt(offsetX, offsetY));
    });
    for (const end of ['pointerup', 'pointercancel'])
      window.addEventListener(end, () => (this.#isHeld = false));
    new ResizeObserver(() => this.#sigma.scheduleRefresh()).observe(container);
  }

  get shape(): number {
    const { width, height } = this.#sigma.getDimensions();
    return width / height;
  }

  update(state: DrawingState): void {
    this.#state = state;
    const { graph } = this.#model;
    this.#painter.rank(graph);
    const isCrowd = graph.order > CROWD;
    if (isCrowd !== this.#isCrowd) {
      this.#isCrowd = isCrowd;
      this.#hovered = undefined;
      this.#sigma.kill();
      this.#sigma = this.#open();
    }
    this.#frame();
  }

  moved(): void {
    this.#move();
    this.#frame();
  }

  fit(): void {
    const camera = this.#sigma.getCamera();
    const whole = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    if (prefersReducedMotion()) camera.setState(whole);
    else void camera.animate(whole, { duration: 200 });
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    const ratio = camera.getBoundedRatio(camera.ratio / factor);
    if (prefersReducedMotion()) camera.setState({ ratio });
    else void camera.animate({ ratio }, { duration: 150 });
  }

  #open(): OurSigma {
    const graph: ModelGraph = this.#isCrowd ? new MultiDirectedGraph() : this.#model.graph;
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
    sigma.getStageCanvas().hidden = this.#isCrowd;
    // Of a crowd we know ourselves what lies below the pointer; sigma would ask the graphics card in each frame.
    if (this.#isCrowd) sigma.getMouseCaptor().removeAllListeners('mousemove');
    this.#container.prepend(this.#ground);
    this.#container.append(this.#names);
    return sigma;
  }

  /** What of the plane is in view when all is. */
  #frame(): void {
    if (this.#isCrowd) this.#sigma.setCustomBBox(this.#model.extent);
    this.#sigma.scheduleRender();
  }

  #hover(node: string | undefined): void {
    if (node === this.#hovered) return;
    this.#hovered = node;
    if (this.#isCrowd) this.#container.style.cursor = node === undefined ? '' : 'pointer';
    this.#paintNames();
  }

  /** Sigma finds a node that it draws. */
  #nodeAt(left: number, top: number): string | undefined {
    if (!this.#isCrowd) return undefined;
    const at = this.#sigma.viewportToGraph({ x: left, y: top });
    const edge = this.#sigma.viewportToGraph({ x: left + REACH, y: top });
    let nearest: string | undefined;
    let least = (edge.x - at.x) ** 2 + (edge.y - at.y) ** 2;
    this.#model.graph.forEachNode((node, { x, y }) => {
      const distance = (x - at.x) ** 2 + (y - at.y) ** 2;
      if (distance < least) [nearest, least] = [node, distance];
    });
    return nearest;
  }

  #move(): void {
    if (!this.#isCrowd) return;
    this.#isMoving = true;
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      if (this.#isHeld) return this.#move();
      this.#isMoving = false;
      this.#paint();
    }, REST_MS);
  }

  #paint(): void {
    if (this.#isCrowd) {
      const scene = this.#scene();
      const ground = clearLayer(this.#ground, scene);
      if (ground && this.#isMoving) this.#crowd.paintMoving(ground, scene);
      else if (ground) this.#crowd.paint(ground, scene);
    } else if (this.#ground.width > 0) this.#ground.width = 0;
    this.#paintNames();
  }

  #paintNames(): void {
    // Emptied once: each canvas that changes is put together with the page anew.
    if (this.#isMoving && this.#isNameless) return;
    this.#isNameless = this.#isMoving;
    const scene = this.#scene();
    const names = clearLayer(this.#names, scene);
    if (names && !this.#isMoving) this.#painter.paint(names, scene);
  }

  #scene() {
    const { width, height } = this.#sigma.getDimensions();
    return {
      graph: this.#model.graph,
      ...this.#state,
      hovered: this.#hovered,
      width,
      height,
      toView: (place: { readonly x: number; readonly y: number }) =>
        this.#sigma.graphToViewport(place),
      scale: (size: number) => this.#sigma.scaleSize(size),
    };
  }
}
