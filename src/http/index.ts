/** HTTP: the SPARQL Protocol, dereferencing, errors. */
export { type AppOptions, createApp } from './app.ts';
