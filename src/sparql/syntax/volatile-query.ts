/** Queries that give something else each time: no validator can stand for their answers. */
const VOLATILE = /\b(?:(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(|SERVICE\b)/i;

export const isVolatile = ({ text }: { readonly text: string }): boolean => VOLATILE.test(text);
