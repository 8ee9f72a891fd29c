/**
 * Where files stand in a publication folder, and what that makes them.
 *
 *     ontology/            the ontology, code lists; shapes.* holds SHACL shapes
 *       rules/*.rq         CONSTRUCT rules
 *     data/                the statements
 *     queries/*.rq         saved queries
 *       expected/*.csv     the answers they must give
 *
 * A folder without `ontology/` and `data/` is plain: every RDF file in it is data.
 */
import { formatOfFileName } from '../rdf/index.ts';
import type { FileRole, Placement } from './source-file.ts';

/** What the file at `path` is for; `unknown` stands in one of our places, undefined is none of our business. */
export function placeFile(path: string, isPlain: boolean): Placement | 'unknown' | undefined {
  const [top = '', ...rest] = path.split('/');
  if (top === 'queries' && rest.length > 0) return placeQuery(rest);
  if (!isPlain && top !== 'ontology' && top !== 'data') return undefined;
  const inside = isPlain ? path : rest.join('/');
  if (!isPlain && top === 'ontology' && rest[0] === 'rules')
    return inside.endsWith('.rq') ? text('rule') : unknown(path);
  const format = formatOfFileName(path);
  if (!format) return isPlain ? undefined : unknown(path);
  const graphName = inside.replace(/\.gz$/, '').replace(/\.[^./]+$/, '');
  if (graphName === 'shapes' && top !== 'data') return { role: 'shapes', format, graphName };
  return { role: top === 'ontology' ? 'ontology' : 'data', format, graphName };
}

function placeQuery(rest: readonly string[]): Placement | 'unknown' | undefined {
  const name = rest.join('/');
  if (rest[0] === 'expected') return name.endsWith('.csv') ? text('expected') : unknown(name);
  return name.endsWith('.rq') ? text('query') : unknown(name);
}

const text = (role: FileRole): Placement => ({ role, format: undefined, graphName: undefined });

/** Notes for people may stand anywhere. */
const unknown = (path: string) =>
  /\.(?:md|txt)$|(?:^|\/)(?:LICEN[CS]E|README)$/i.test(path) ? undefined : 'unknown';
