/** The names of registers of identifiers, by the beginning of their IRIs. */

const SITES: readonly (readonly [start: RegExp, name: string])[] = [
  [/^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\//, 'Wikidata'],
  [/^https?:\/\/ror\.org\//, 'ROR'],
  [/^https?:\/\/(?:sws|www)\.geonames\.org\//, 'GeoNames'],
  [/^https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?/, 'ISNI'],
  [/^https?:\/\/viaf\.org\/viaf\//, 'VIAF'],
  [/^https?:\/\/orcid\.org\//, 'ORCID'],
  [/^https?:\/\/(?:dx\.)?doi\.org\//, 'DOI'],
  [/^https?:\/\/id\.loc\.gov\/authorities\/\w+\//, 'LCNAF'],
  [/^https?:\/\/d-nb\.info\/gnd\//, 'GND'],
  [/^https?:\/\/\w*\.?dbpedia\.org\/resource\//, 'DBpedia'],
  [/^https?:\/\/vocab\.getty\.edu\/\w+\//, 'Getty'],
  [/^https?:\/\/(?:www\.)?openstreetmap\.org\//, 'OpenStreetMap'],
  [/^https?:\/\/\w+\.wikipedia\.org\/wiki\//, 'Wikipedia'],
  [/^https?:\/\/metadata\.un\.org\//, 'UN'],
];

/** "Wikidata Q7809"; undefined for an IRI of an unknown register. */
export function nameInRegister(iri: string): string | undefined {
  for (const [start, name] of SITES) {
    const found = start.exec(iri)?.[0];
    if (found === undefined) continue;
    const local = iri.slice(found.length).replace(/\/(?:about\.rdf)?$/, '');
    return local === '' ? name : `${name} ${local}`;
  }
  return undefined;
}
