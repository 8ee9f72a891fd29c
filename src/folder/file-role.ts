/**
 * The layout of a publication folder: the role of a file follows from its path.
 *
 *     ontology/            the ontology, code lists; shapes.* contains SHACL shapes
 *       rules/*.rq         CONSTRUCT rules
 *     data/                the statements
 *     queries/*.rq         saved queries
 *       expected/*.csv     their expected answers
 *
 * A folder without `ontology/` and `data/` is plain: every RDF file in it is data.
 */
import { formatOfFileName } from '../rdf/index.ts';
import type { FileRole, Placement } from './source-file.ts';

/** The role of the file at `path`. `unknown`: no valid file for its folder; undefined: no part of the publication. */
export function classifyFile(path: string, isPlain: boolean): Placement | 'unknown' | undefined {
  const [top = '', ...rest] = path.split('/');
  if (top === 'queries' && rest.length > 0) return classifyQuery(rest);
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

function classifyQuery(rest: readonly string[]): Placement | 'unknown' | undefined {
  const name = rest.join('/');
  if (rest[0] === 'expected') return name.endsWith('.csv') ? text('expected') : unknown(name);
  return name.endsWith('.rq') ? text('query') : unknown(name);
}

const text = (role: FileRole): Placement => ({ role, format: undefined, graphName: undefined });

/** Documentation is allowed in every folder. */
const unknown = (path: string) =>
  /\.(?:md|txt)$|(?:^|\/)(?:LICEN[CS]E|README)$/i.test(path) ? undefined : 'unknown';
