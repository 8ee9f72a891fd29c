/** Paths as addresses have them, and as IRIs have them. */

export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** IRIs may hold what a header or an address may not. */
export const encodePath = (path: string): string => encodeURI(path).replaceAll('%25', '%');
