/** Saves the drawing or the graph as a file. */
import { toGexf, toGraphml } from './graph-files.ts';
import type { ModelGraph } from '../state/graph-model.ts';
import type { Palette } from '../state/palette.ts';
import type { Shown } from '../state/scene.ts';
import { type SvgImage, toSvg } from '../canvas/svg-file.ts';

export interface SaveOptions {
  readonly graph: ModelGraph;
  readonly shown: Shown;
  readonly palette: Palette;
  /** Title of the image and of the file. */
  readonly title: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  gexf: 'application/gexf+xml',
  graphml: 'application/graphml+xml',
};

/** @returns the name of the file. */
export async function saveAs(format: string, options: SaveOptions): Promise<string> {
  const name = `${fileNameOf(options.title)}.${format}`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await fileOf(format, options));
  link.download = name;
  link.click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return name;
}

async function fileOf(
  format: string,
  { graph, shown, palette, title }: SaveOptions,
): Promise<Blob> {
  if (format === 'png') return toPng(toSvg(graph, { palette, title }));
  const text =
    format === 'svg'
      ? toSvg(graph, { palette, title }).text
      : format === 'gexf'
        ? toGexf(graph, shown, title)
        : toGraphml(graph, shown, title);
  return new Blob([text], { type: MEDIA_TYPES[format] ?? 'text/plain' });
}

/** Two pixels for each unit of the image, for print and high-resolution screens. */
async function toPng({ text, width, height }: SvgImage): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('the image could not be encoded'))),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A file name from a title, with characters that every file system allows. */
const fileNameOf = (title: string): string =>
  title
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'graph';
