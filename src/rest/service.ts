import type { Content } from '../fhir/content.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Store } from '../store/store.ts';
import type { Validate } from '../validation/validate.ts';

/** Everything the interactions work with; time and ids come from outside. */
export interface Service {
  readonly store: Store;
  readonly validate: Validate;
  readonly pipeline: Pipeline;
  /** The profiles and definitions that are served. */
  readonly conformance: readonly Content[];
  /** The address of the server's root as clients see it, without a slash at its end; FHIR is under `/fhir`. */
  readonly baseUrl: string;
  readonly softwareVersion: string;
  /** FHIR instant at which the server started. */
  readonly started: string;
  readonly now: () => string;
  readonly newId: () => string;
  readonly logError: (error: unknown, request: string) => void;
}

/** The address of the FHIR interface. */
export const fhirBase = ({ baseUrl }: Service): string => `${baseUrl}/fhir`;
