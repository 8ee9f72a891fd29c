/** The publication folder: its files, their roles, its version. */
export { FolderError, SourceFileError } from './folder-error.ts';
export { readSources, type SourceTextFile } from './read-sources.ts';
export { MAX_STATE_BYTES, totalBytes } from './history.ts';
export { decodeFile } from './decode-file.ts';
export { readFolder } from './read-folder.ts';
export type { Commit, FileRole, FileVersion, Folder, History, SourceFile } from './source-file.ts';
