/** Markup that the `html` tag has escaped. */
import type { html } from 'hono/html';

export type Html = ReturnType<typeof html>;
