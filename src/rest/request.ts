import type { Pair } from '../fhir/search/pair.ts';
import type { Principal } from '../security/principal.ts';
import type { Answer } from './answer.ts';
import type { Failure } from './error.ts';
import type { Service } from './service.ts';
import type { FhirVersion } from './version/fhir-version.ts';

/** A request as the interactions see it; names in the path are empty where the path has none. */
export interface Request {
  readonly type: string;
  readonly id: string;
  readonly versionId: string;
  /** The type of the resource whose compartment is searched; `id` is its id. */
  readonly compartment: string;
  /** The name of a file of an export. */
  readonly file: string;
  /** What proves that the server has given the address. */
  readonly signature: string;
  /** Address of the FHIR interface as this client sees it, without a slash at its end. */
  readonly base: string;
  /** In which the client is answered, and by which its search parameters are read. */
  readonly fhirVersion: FhirVersion;
  readonly query: readonly Pair[];
  readonly header: (name: string) => string | undefined;
  readonly body: Uint8Array;
  /** Who asks, where the server wants to know. */
  readonly principal: Principal | undefined;
  /** The network address from which it came. */
  readonly clientAddress: string;
  /** By which it is known in logs. */
  readonly requestId: string;
}

/** An interaction: https://hl7.org/fhir/R5/http.html */
export type Handler = (request: Request, service: Service) => Promise<Answer | Failure>;

/** The first value of a query parameter. */
export const queryValue = ({ query }: Pick<Request, 'query'>, name: string): string | undefined =>
  query.find(([one]) => one === name)?.[1];
