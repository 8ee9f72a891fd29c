/** Where the catalogue is: its IRI below the base, and the start of the IRIs of what it names. */
export const CATALOG_PATH = 'catalog';
