import definitions from '../../profiles/generated/search-parameters.json' with { type: 'json' };

/** A step backwards along a reference: the resources of `type` whose search parameter `parameter` points here. */
export interface Step {
  readonly type: string;
  readonly parameter: string;
}

/** A search parameter as it is served for one resource type: https://hl7.org/fhir/R5/searchparameter.html */
export interface SearchParameter {
  readonly base: string;
  readonly code: string;
  readonly type: 'token' | 'reference' | 'uri';
  /** Canonical URL of the definition. */
  readonly url: string;
  readonly description: string;
  /** FHIRPath that finds the values; absent where the way leads over other resources (`via`). */
  readonly expression?: string;
  /** The resource types a reference may lead to. */
  readonly target?: readonly string[];
  readonly via?: readonly Step[];
}

const all = definitions as readonly SearchParameter[];

const byBase: ReadonlyMap<string, readonly SearchParameter[]> = Map.groupBy(all, (one) => one.base);

/** The search parameters served for a resource type. */
export const searchParameters = (type: string): readonly SearchParameter[] => byBase.get(type) ?? [];
