/** A canvas layer above or below a drawing. */

export function makeLayer(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'explore-layer';
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

/** Clears the canvas and scales it from CSS pixels to device pixels. */
export function clearLayer(
  canvas: HTMLCanvasElement,
  { width, height }: { readonly width: number; readonly height: number },
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  // Software rendering: for long lines it is many times faster than an emulated GPU.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}
