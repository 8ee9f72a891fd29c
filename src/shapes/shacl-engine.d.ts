/** The part of shacl-engine that is used here. It comes without types. */
declare module 'shacl-engine' {
  import type { Literal, NamedNode, Term } from '@rdfjs/types';

  export interface ValidationResult {
    readonly focusNode: { readonly term: Term };
    readonly value?: { readonly term?: Term };
    readonly message: readonly Literal[];
    readonly severity: NamedNode;
    readonly constraintComponent: NamedNode;
  }

  export class Validator {
    constructor(
      shapes: object,
      options: { factory: object; validations?: ReadonlyMap<Term, unknown> },
    );
    validate(data: { dataset: object }): Promise<{ readonly results: readonly ValidationResult[] }>;
  }
}
