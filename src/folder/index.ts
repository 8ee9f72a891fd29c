/** The publication folder: its files, their roles, its version. */
export { FolderError, SourceFileError } from './folder-error.ts';
export { readSources, type SourceTextFile } from './read-sources.ts';
export {
  type Commit,
  type FileVersion,
  type History,
  MAX_STATE_BYTES,
  totalBytes,
} from './history.ts';
export { decodeFile } from './decode-file.ts';
export { readFolder } from './read-folder.ts';
export type { FileRole, Folder, SourceFile } from './source-file.ts';
