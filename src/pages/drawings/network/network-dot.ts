/** A node of a network, as a dot with its name; and a drawing of several. */
import type { Html } from '../../parts/html.ts';
import type { Mark } from '../drawing.ts';

export interface NetworkDot extends Mark {
  readonly id: string;
}

/** The same drawing twice, for narrow and for wide pages. */
export interface NetworkPicture {
  readonly picture: Html;
  readonly drawn: readonly NetworkDot[];
}
