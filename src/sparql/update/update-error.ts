/** An update that conflicts with the state of the graph store. https://www.w3.org/TR/sparql11-update/#graphManagement */
import { GraphpressError } from '../../errors.ts';

/** `no-such-graph`, `graph-exists`: ignored with SILENT. */
export class UpdateError extends GraphpressError {
  constructor(code: 'no-such-graph' | 'graph-exists', message: string, graph: string) {
    super(code, message, { graph });
  }
}
