/** HTTP: the SPARQL Protocol, dereferencing, errors. */
export { createApp } from './app.ts';
