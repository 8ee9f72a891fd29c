/** What the tests use of shacl-engine, which comes without types. */
declare module 'shacl-engine' {
  export class Validator {
    constructor(shapes: object, options: { readonly factory: object });
    validate(data: { readonly dataset: object }): Promise<{ readonly results: readonly object[] }>;
  }
}
