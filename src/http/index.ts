/** HTTP: the SPARQL Protocol, dereferencing, errors. */
export { type AppBindings, createApp } from './app.ts';
