/** The views of panels: the documentation lists them as the table of the code has them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENDPOINT_VIEWS, PANEL_VIEWS } from '../../src/pages/index.ts';
import { VIEWS } from '../../src/queries/index.ts';

const documentation = readFileSync(new URL('../../docs/panels.md', import.meta.url), 'utf8');

/** The rows of the table below "## Views": the name of the view, and the variables in its description. */
const documented = Array.from(
  documentation
    .slice(documentation.indexOf('## Views'))
    .matchAll(/^\| `(?<name>\w+)` \| (?<description>.*) \|$/gm),
  ({ groups = {} }) => ({
    name: groups['name'],
    variables: Array.from(
      (groups['description'] ?? '').matchAll(/`(\w+)`/g),
      ([, variable]) => variable,
    ),
  }),
);

describe('the views of panels', () => {
  it('are documented, each with the variables that it reads', () => {
    const byName = (rows: typeof documented) =>
      Object.fromEntries(rows.map(({ name, variables }) => [name, variables]));
    const rows = VIEWS.map((name) => ({ name, variables: [...PANEL_VIEWS[name].variables] }));
    expect(byName(documented)).toEqual(byName(rows));
  });

  it('are tabs of the SPARQL page where they need the answer alone', () => {
    expect(ENDPOINT_VIEWS.map(({ name, endpoint }) => [name, endpoint.en.tab])).toEqual([
      ['bar', 'Chart'],
      ['map', 'Map'],
      ['timeline', 'Timeline'],
      ['network', 'Network'],
    ]);
  });
});
