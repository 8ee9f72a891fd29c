/** The graph of the release: what it holds, and that anybody can look it up. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientOf, follow, queryPath } from '../support/client.ts';
import { openRepository } from '../support/repository.ts';

let client: Client;
beforeAll(async () => {
  client = clientOf(await openRepository());
});

const PREFIXES = `
  PREFIX edu: <https://kg.example/def/edu#>
  PREFIX oa: <http://www.w3.org/ns/oa#>
  PREFIX owl: <http://www.w3.org/2002/07/owl#>
  PREFIX prov: <http://www.w3.org/ns/prov#>
  PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
  PREFIX c: <https://kg.example/id/claim/moe-en-20220926-664993/>`;

/** The lines of the answer as CSV, without the header. */
async function ask(query: string): Promise<string[]> {
  const response = await client(queryPath(PREFIXES + query, { format: 'csv' }));
  const text = await response.text();
  expect([response.status, text]).toEqual([200, expect.stringContaining('\r\n')]);
  return text.trimEnd().split('\r\n').slice(1);
}

describe('the claims', () => {
  it('are 50: 11 with a figure, 32 relations, 7 narrative ones', async () => {
    const counted = await ask(`
      SELECT ?kind (COUNT(DISTINCT ?claim) AS ?claims) WHERE {
        VALUES ?kind { edu:QuantifiedClaim edu:RelationClaim edu:NarrativeClaim }
        ?claim a edu:Claim , ?kind ; prov:wasDerivedFrom ?release .
        ?release a edu:PressRelease .
      } GROUP BY ?kind ORDER BY ?kind`);
    expect(counted).toEqual([
      'https://kg.example/def/edu#NarrativeClaim,7',
      'https://kg.example/def/edu#QuantifiedClaim,11',
      'https://kg.example/def/edu#RelationClaim,32',
    ]);
  });

  it('stand in 16 sentences, each with a place in the source text', async () => {
    const counted = await ask(`
      SELECT (COUNT(DISTINCT ?sentence) AS ?sentences) (COUNT(DISTINCT ?claim) AS ?claims) WHERE {
        ?sentence a edu:Sentence .
        ?claim edu:statedIn ?sentence ; edu:evidence/oa:hasSelector/oa:start ?start .
      }`);
    expect(counted).toEqual(['16,50']);
  });

  it('become direct statements, except the disputed c48', async () => {
    const directOf = (claims: string) =>
      ask(`
        SELECT ?claim ?s ?p ?o WHERE {
          VALUES ?claim { ${claims} }
          ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
          ?s ?p ?o .
        }`);
    expect(await directOf('c:c48')).toEqual([]);
    expect(await directOf('c:c41')).toHaveLength(1);
    const status = await ask('SELECT ?status WHERE { c:c48 edu:status ?status }');
    expect(status).toEqual(['https://kg.example/def/edu#disputed']);
  });

  it('without a direct statement are the disputed one alone', async () => {
    const without = await ask(`
      SELECT ?claim WHERE {
        ?claim a edu:RelationClaim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
        FILTER NOT EXISTS { ?s ?p ?o }
      }`);
    expect(without).toEqual(['https://kg.example/id/claim/moe-en-20220926-664993/c48']);
  });
});

describe('the ontology', () => {
  const lacking = (property: string, language: string) =>
    ask(`
      SELECT ?term WHERE {
        VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty }
        ?term a ?kind .
        FILTER STRSTARTS(STR(?term), "https://kg.example/def/edu#")
        FILTER NOT EXISTS {
          ?term ${property} ?text FILTER (LANG(?text) = "${language}" && STRLEN(?text) > 0)
        }
      }`);

  it.each([
    ['rdfs:label', 'en'],
    ['rdfs:label', 'zh-hans'],
    ['skos:definition', 'en'],
    ['skos:definition', 'zh-hans'],
  ])('gives each class and property a %s in %s', async (property, language) => {
    const [terms] = await ask(`
      SELECT (COUNT(DISTINCT ?term) AS ?terms) WHERE {
        VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty }
        ?term a ?kind FILTER STRSTARTS(STR(?term), "https://kg.example/def/edu#")
      }`);
    expect(Number(terms)).toBeGreaterThanOrEqual(56);
    expect(await lacking(property, language)).toEqual([]);
  });

  it('dereferences by its IRI, with its terms in the document', async () => {
    for (const accept of ['text/turtle', 'application/rdf+xml', 'application/ld+json']) {
      const response = await follow(client, '/def/edu', { headers: { accept } });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
      expect(await response.text()).toContain('QuantifiedClaim');
    }
  });
});

describe('UNESCO', () => {
  const documents = [
    ['text/turtle', /"联合国教科文组织"@zh-hans/],
    ['application/ld+json', /"@value": "联合国教科文组织",\s*"@language": "zh-hans"/],
    ['application/rdf+xml', /xml:lang="zh-hans">联合国教科文组织</],
    ['text/html', /lang="zh-Hans"[^>]*>联合国教科文组织</],
  ] as const;

  it.each(documents)('dereferences as %s with its Chinese label', async (accept, label) => {
    const init = { headers: { accept } };
    const thing = await client('/id/org/unesco', init);
    expect([thing.status, thing.headers.get('location')]).toEqual([303, '/doc/org/unesco']);
    const document = await client('/doc/org/unesco', init);
    expect(document.status).toBe(200);
    expect(document.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
    expect(await document.text()).toMatch(label);
  });

  it('has a page whose heading is Chinese for who reads Chinese', async () => {
    const headers = { accept: 'text/html', 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' };
    const page = await (await client('/doc/org/unesco', { headers })).text();
    expect(page).toContain('<html lang="zh-Hans">');
    expect(/<h1>\s*<span lang="zh-Hans"[^>]*>([^<]*)</.exec(page)?.[1]).toBe('联合国教科文组织');
  });
});
