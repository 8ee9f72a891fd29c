/** The graph explorer. */
export {};
