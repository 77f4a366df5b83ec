/** What is told of an answered request: nothing of its address, which may hold what is searched for, nor of bodies. */
export interface Exchange {
  readonly requestId: string;
  readonly method: string;
  /** As FHIR calls it, `$name` of an operation, the name of a page, or `none`. */
  readonly interaction: string;
  readonly status: number;
  readonly ms: number;
  /** Whether the client went away before it had the answer. */
  readonly aborted: boolean;
}
