/** The URL space of a publication: which resources there are, and how each can be shown. */
export { negotiate, type Offer, wantedLanguages } from './negotiate.ts';
export { buildPublication, type Publication, type PublicationOptions } from './publication.ts';
export type { Reader, Representation, Resolution, Resource } from './resource.ts';
export { pageFor, siteOf, STYLESHEET_PATH } from './site.ts';
export { type Address, resolveAddress } from './url-space.ts';
