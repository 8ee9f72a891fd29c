/** An introduction for language models that query the data. https://llmstxt.org/ */
import { pickLanguage, type LanguageMap } from '../../rdf/index.ts';
import { descriptionsOf } from '../catalog/catalog.ts';
import { countDataset } from '../void/dataset-counts.ts';
import type { HarvestSubject, SiteUrl } from '../harvest-subject.ts';

/** Items of each list; the document states when there are more. */
const MAX_LISTED = 50;
const MAX_QUERIES = 10;

export function writeLlms(subject: HarvestSubject, siteUrl: SiteUrl): string {
  const { about, dataset, prefixes, queries } = subject;
  const { dictionary } = dataset;
  const { triples, classes, properties } = countDataset(subject);
  const counted = (found: readonly { readonly id: never; readonly count: number }[]) =>
    found
      .toSorted((a, b) => b.count - a.count)
      .slice(0, MAX_LISTED)
      .map(({ id, count }) => `- <${oneLine(dictionary.textOf(id))}>: ${count}`);
  const inEnglish = descriptionsOf(subject);
  return [
    `# ${english(about.titles)}`,
    '',
    `> ${oneLine(inEnglish.find((text) => text.termType === 'Literal' && text.language === 'en')?.value ?? inEnglish[0]?.value ?? '')}`,
    '',
    `${triples} statements. ${about.license === undefined ? '' : `Licence: ${oneLine(about.license)}`}`,
    '',
    '## Ways in',
    '',
    `- [SPARQL endpoint](${siteUrl}sparql): GET with \`query\`, SPARQL 1.1; ask for \`application/sparql-results+json\``,
    `- [Catalogue](${siteUrl}catalog.ttl): DCAT, with every dump`,
    `- [VoID](${siteUrl}.well-known/void): exact counts of everything`,
    `- [Dumps](${siteUrl}dumps/): N-Quads, TriG, Turtle`,
    `- [Pages](${siteUrl}sitemap.xml): each also as \`.ttl\`, \`.jsonld\`, \`.nt\``,
    '',
    '## Limits',
    '',
    'A query that takes too long or too much memory is answered by 503 and a sentence that says so; an answer is never cut short in silence. The default graph is the union of the named graphs, each triple once.',
    '',
    '## Prefixes',
    '',
    ...Array.from(prefixes, ([name, iri]) => `- ${name}: <${oneLine(iri)}>`),
    '',
    `## Classes and how many instances${more(classes.length, MAX_LISTED)}`,
    '',
    ...counted(classes.map(({ id, entities }) => ({ id: id as never, count: entities }))),
    '',
    `## Properties and how many statements${more(properties.length, MAX_LISTED)}`,
    '',
    ...counted(properties.map((each) => ({ id: each.id as never, count: each.triples }))),
    ...(queries.length === 0
      ? []
      : ['', `## Queries to learn from${more(queries.length, MAX_QUERIES)}`]),
    ...queries
      .slice(0, MAX_QUERIES)
      .flatMap(({ title, bareText }) => ['', `### ${english(title)}`, '', ...fenced(bareText)]),
    '',
  ].join('\n');
}

const more = (all: number, shown: number) => (all > shown ? ` (${shown} of ${all})` : '');

/** Titles come from the data, so they are reduced to one line without markup. */
const english = (map: LanguageMap) => oneLine(pickLanguage(map, ['en'])?.text ?? '');

// oxlint-disable-next-line no-control-regex
const oneLine = (text: string) => text.replace(/[\u0000-\u001F\u007F\s]+/g, ' ').trim();

/** A fence is longer than any run of backticks in the text. */
function fenced(text: string): string[] {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}sparql`, text.trim(), fence];
}
