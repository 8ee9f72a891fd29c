/** The pages of this repository's site that tests walk through, one of each sort. */

export const SITE_PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ['release', '/doc/release/moe-en-20220926-664993'],
  [
    'release-chosen',
    '/doc/release/moe-en-20220926-664993?basis=https%3A%2F%2Fkg.example%2Fdef%2Fedu%23implied',
  ],
  ['organisation', '/doc/org/unesco'],
  ['ministry', '/doc/org/moe'],
  ['place', '/doc/place/greater-bay-area'],
  ['event-disputed', '/doc/event/world-conference-digital-education'],
  ['person', '/doc/person/xu-mei'],
  ['claim', '/doc/claim/moe-en-20220926-664993/c13'],
  ['graph', '/graph/entities'],
  ['figures', '/queries/figures'],
  ['questions', '/queries'],
  ['question', '/queries/q04-all-figures'],
  ['ontology', '/ontology'],
  ['ontology-document', '/def/edu'],
  ['sparql', '/sparql'],
  [
    'sparql-answer',
    `/sparql?query=${encodeURIComponent('SELECT ?thing ?class { ?thing a ?class } LIMIT 20')}`,
  ],
  [
    'sparql-chart',
    `/sparql?view=bar&query=${encodeURIComponent('SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY DESC(?n) LIMIT 8')}`,
  ],
  ['sparql-error', `/sparql?query=${encodeURIComponent('SELECT * {')}`],
  ['explore', '/explore'],
  ['explore-thing', '/explore?resource=https%3A%2F%2Fkg.example%2Fid%2Forg%2Funesco'],
  ['search', '/search?q=education'],
  ['search-nothing', '/search?q=qqqqqqq'],
  ['data', '/catalog'],
  ['dumps', '/dumps/'],
  ['not-found', '/id/org/unseco'],
];
