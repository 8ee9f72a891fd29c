/** Queries that are not deterministic: their results have no validator. */
const VOLATILE = /\b(?:(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(|SERVICE\b)/i;

export const isVolatile = ({ text }: { readonly text: string }): boolean => VOLATILE.test(text);
