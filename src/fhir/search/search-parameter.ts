/** https://hl7.org/fhir/R5/valueset-search-param-type.html */
export type SearchParameterType =
  | 'number'
  | 'date'
  | 'string'
  | 'token'
  | 'reference'
  | 'composite'
  | 'quantity'
  | 'uri'
  | 'special';

/** A part of a composite: https://hl7.org/fhir/R5/searchparameter-definitions.html#SearchParameter.component */
export interface SearchParameterComponent {
  /** Code of the component's own search parameter, or the component's expression where it has none. */
  readonly code: string;
  readonly type: Exclude<SearchParameterType, 'composite' | 'special'>;
  /** FHIRPath from what the composite's expression finds. */
  readonly expression: string;
  readonly target?: readonly string[];
}

/** A step backwards along a reference: the resources of `type` whose search parameter `parameter` points here. */
export interface Step {
  readonly type: string;
  readonly parameter: string;
}

/** A search parameter as it is served for one resource type: https://hl7.org/fhir/R5/searchparameter.html */
export interface SearchParameter {
  /** The resource type, or `Resource` for a parameter of all types. */
  readonly base: string;
  readonly code: string;
  /** The code under which the index has what it finds, where another version of FHIR calls it otherwise. */
  readonly indexedAs?: string;
  readonly type: SearchParameterType;
  /** Canonical URL of the definition; absent where the version has it in words alone. */
  readonly url?: string;
  readonly description: string;
  /** FHIRPath that finds the values; absent where the server knows them otherwise (`_id`, `_text`), by `via` or `through`. */
  readonly expression?: string;
  /** The resource types a reference may lead to; absent where any may. */
  readonly target?: readonly string[];
  /** Whether the reference says what a resource is part of, so that those of its type stand in a hierarchy. */
  readonly hierarchy?: true;
  /** The codes that stand in the index for a code that is asked for, where they are others. */
  readonly codes?: Readonly<Record<string, readonly string[]>>;
  /** Of a composite, at least two. */
  readonly components?: readonly SearchParameterComponent[];
  /** The way over other resources to those that are found. */
  readonly via?: readonly Step[];
  /** The way to the resources that are asked by their own parameter of this code, for those they lead back to. */
  readonly through?: readonly Step[];
}

/** The search parameters that are served, those of all types included. */
export interface SearchParameters {
  /** Those of one resource type. */
  of(type: string): readonly SearchParameter[];
  find(type: string, code: string): SearchParameter | undefined;
}

/** Where the index keeps what a search parameter finds, and what some modifiers need beside it. */
export type IndexKey = string;

/** `Type.code`; `Type.code$1` for the second component of a composite; `Type.code:text` for what a modifier looks at. */
export const indexKey = (
  { base, code, indexedAs = code }: Pick<SearchParameter, 'base' | 'code' | 'indexedAs'>,
  more: '' | `$${number}` | ':text' | ':of-type' | ':identifier' = '',
): IndexKey => `${base}.${indexedAs}${more}`;
