/** A publication: what becomes of a folder, one value for each of its states, its history, and writing to it. */
export {
  buildPublication,
  type EngineSettings,
  type Publication,
  type PublicationOptions,
} from './publication.ts';
export { openWritable, type WritableOptions } from './write/writable-publication.ts';
export type { GraphChange, Writer } from './writer.ts';
export type { Change, Version, VersionIndex } from './history/version-index.ts';
export type { Versions } from './history/versions.ts';
