import type { ResourceType } from '../../fhir/resource-type.ts';
import type { Access } from '../access.ts';
import type { Answer } from '../answer.ts';
import type { Failure, FailureKind } from '../error.ts';
import type { Handler, Request } from '../request.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import type { Given, Inputs } from './input.ts';
import type { Level } from './level.ts';
import { readInputs } from './read-inputs.ts';

/** What an operation is, as far as it does not depend on its inputs. */
interface Description {
  /** Its name behind the `$`. */
  readonly code: string;
  /** Canonical URL of its definition. */
  readonly definition: string;
  readonly summary: string;
  /** Where it can be invoked, and what a client has to be permitted there. */
  readonly levels: Readonly<Partial<Record<Level, Access>>>;
  /** The levels at which it can be invoked by GET, too: it changes nothing, and what it needs can stand in a URL. */
  readonly byGet: readonly Level[];
  /** The resource types that it is for. */
  readonly types: readonly ResourceType[];
  /** What the service must allow for it to be served. */
  readonly onlyIf?: Route['onlyIf'];
  /** The version of FHIR that it is served in; absent for what is served in all. */
  readonly onlyIn?: Route['onlyIn'];
  /** The type of the resource that it answers with. */
  readonly output: string;
  /** Whether the answer may be in a form that is not FHIR's, as the client asks. */
  readonly anyForm?: true;
  readonly headers?: Route['headers'];
  /** Where it answers that what it has begun is answered later, and not with its output. */
  readonly begins?: Route['answers'];
  /** What it can fail of beside what every request can. */
  readonly failures: readonly FailureKind[];
}

/** An operation: https://hl7.org/fhir/R5/operations.html */
export interface Operation extends Description {
  readonly inputs: Inputs;
  readonly handler: Handler;
}

/** An operation that does what `run` says with its inputs. */
export const operation = <const I extends Inputs>({
  run,
  ...rest
}: Description & {
  readonly inputs: I;
  readonly run: (given: Given<I>, request: Request, service: Service) => Promise<Answer | Failure>;
}): Operation => ({
  ...rest,
  handler: async (request, service) => {
    const given = readInputs(request, rest.inputs, service);
    return 'failure' in given ? (given as Failure) : run(given as Given<I>, request, service);
  },
});
