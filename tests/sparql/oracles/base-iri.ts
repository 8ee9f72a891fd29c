/** Against which relative IRIs resolve, for all engines. */
export const BASE_IRI = 'http://base.example/';
