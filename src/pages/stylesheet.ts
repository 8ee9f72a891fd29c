/** The one stylesheet, read when the program starts. */
import { readFileSync } from 'node:fs';

export const STYLESHEET = readFileSync(new URL('graphpress.css', import.meta.url), 'utf8');
