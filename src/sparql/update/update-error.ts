/** An update that the state of the graph store does not allow. https://www.w3.org/TR/sparql11-update/#graphManagement */
import { GraphpressError } from '../../errors.ts';

/** `no-such-graph`, `graph-exists`: SILENT would go on. */
export class UpdateError extends GraphpressError {
  constructor(code: 'no-such-graph' | 'graph-exists', message: string, graph: string) {
    super(code, message, { graph });
  }
}
