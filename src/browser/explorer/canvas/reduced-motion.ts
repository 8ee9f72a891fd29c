/** Whether the reader wants things to keep still. */
export const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
