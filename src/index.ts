/** The public interface of the package. */
export { GraphpressError } from './errors.ts';
export { createApp, openPublication } from './graphpress.ts';
export type { Publication, PublicationOptions } from './publication/index.ts';
export { VERSION } from './version.ts';
