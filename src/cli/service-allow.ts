/** The flag for the endpoints that SERVICE may call. */
import { readServiceTargets } from '../sparql/index.ts';
import type { Arguments, Flag } from './command.ts';

export const SERVICE_ALLOW_FLAG: Readonly<Record<string, Flag>> = {
  'service-allow': {
    value: 'PATTERN',
    summary:
      'endpoint that SERVICE may call, as https://query.wikidata.org/sparql or https://*.example.org/*; may be repeated; * is every public one (GRAPHPRESS_SERVICE_ALLOW, default: only this one)',
    isRepeatable: true,
  },
};

/** The patterns, from the flag or the environment. @throws {GraphpressError} for one that is no URL pattern. */
export function readServiceAllow(flags: Arguments['flags']): readonly string[] {
  const text = flags['service-allow'] ?? process.env['GRAPHPRESS_SERVICE_ALLOW'] ?? '';
  const patterns = text === true ? [] : text.split(/[\s,]+/).filter((pattern) => pattern !== '');
  readServiceTargets(patterns);
  return patterns;
}
