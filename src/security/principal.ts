import type { Scope } from './scope.ts';

/** Who a request comes from, as its token says. */
export interface Principal {
  /** The user, or the client that acts for itself; unique at the issuer. */
  readonly subject: string;
  readonly issuer: string;
  readonly client?: string;
  /** The resource that stands for the user: https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html */
  readonly fhirUser?: string;
  /** The id of the patient in context. */
  readonly patient?: string;
  readonly tokenId?: string;
  readonly scopes: readonly Scope[];
}

/** One text for each user of each client of each issuer; one for all who are not known. */
export const keyOf = (principal: Principal | undefined): string =>
  JSON.stringify([principal?.issuer, principal?.client, principal?.subject]);
