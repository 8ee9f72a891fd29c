/** The path of the catalogue below the base, and the prefix of the IRIs of its resources. */
export const CATALOG_PATH = 'catalog';
