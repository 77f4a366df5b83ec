/** What is compared: a parameter, or by references one of another resource. */
export interface FilterPath {
  readonly code: string;
  /** The only type the reference is followed to. */
  readonly only?: string;
  /** What the resource the reference leads to has to meet, too. */
  readonly filter?: FilterExpression;
  readonly rest?: FilterPath;
}

/** https://hl7.org/fhir/R5/search_filter.html#ops */
export const OPERATORS = [
  'eq',
  'ne',
  'co',
  'sw',
  'ew',
  'gt',
  'lt',
  'ge',
  'le',
  'ap',
  'sa',
  'eb',
  'pr',
  'po',
  'ss',
  'sb',
  'in',
  'ni',
  're',
] as const;

export type FilterOperator = (typeof OPERATORS)[number];

/** https://hl7.org/fhir/R5/search_filter.html */
export type FilterExpression =
  | { readonly kind: 'and' | 'or'; readonly of: readonly FilterExpression[] }
  | { readonly kind: 'not'; readonly of: FilterExpression }
  | {
      readonly kind: 'test';
      readonly path: FilterPath;
      readonly operator: FilterOperator;
      readonly value: string;
    };
