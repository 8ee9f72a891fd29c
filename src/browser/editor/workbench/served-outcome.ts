/** The outcome of a query whose result is embedded in the page. */
import type { Requested } from '../page-data.ts';
import type { Outcome } from '../results/run-query.ts';

export function servedOutcome(requested: Requested): Outcome {
  switch (requested.kind) {
    case 'boolean':
      return requested;
    case 'error': {
      const { message, line, column } = requested;
      if (line === undefined || column === undefined) return { kind: 'refused', reason: message };
      const reason = message.replace(/^line \d+, column \d+: /, '');
      return { kind: 'error', error: { isValid: false, reason, line, column } };
    }
    case 'table': {
      const { isGraph, variables, lines } = requested;
      const head = variables.map((name) => `?${name}`).join('\t');
      const rows = { isGraph, lines: { head, stored: [...lines], total: lines.length } };
      return { kind: 'rows', end: 'complete', rows };
    }
  }
}
