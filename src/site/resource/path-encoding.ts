/** Converts paths of URLs to parts of IRIs and back. */

export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Escapes characters that are valid in IRIs but not in URLs and headers. */
export const encodePath = (path: string): string => encodeURI(path).replaceAll('%25', '%');
