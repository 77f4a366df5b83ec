import {
  BrokenReferences,
  type Deletion,
  type Guard,
  type Link,
  type Version,
  VersionConflict,
  type Write,
} from '../store/store.ts';
import type { Answer } from './answer.ts';
import { type Failure, fail } from './error.ts';
import type { Handler, Request } from './request.ts';
import type { Service } from './service.ts';

/** What is going to be changed, and what comes of it once that is done. */
export interface Change<Outcome = Answer> {
  readonly writes: readonly Write[];
  readonly guards: readonly Guard[];
  /** What the store keeps with it under names of the program's own. */
  readonly notes?: Readonly<Record<string, string>>;
  /** From the versions made, in the order of the writes. */
  readonly answer: (versions: readonly (Version | Deletion)[]) => Outcome;
  /** The FHIRPath of what asks for a reference that would lead nowhere, where there is more than one resource. */
  readonly asking?: (link: Link) => string | undefined;
}

/** An interaction that changes what is stored; it answers at once where there is nothing to change. */
export type Plan = (request: Request, service: Service) => Promise<Change | Answer | Failure>;

/** How often a change is planned anew when others were first. */
const ATTEMPTS = 10;

const brokenReferences = ({ links }: BrokenReferences, { asking }: Pick<Change, 'asking'>): Failure => ({
  failure: 'conflict',
  issues: links.map((link) => {
    const expression = asking?.(link);
    return {
      severity: 'error',
      code: 'conflict',
      rule: 'referential-integrity',
      text: `${link.from} refers to ${link.to}, which is not stored or is to be deleted`,
      ...(expression !== undefined && { expression }),
    };
  }),
});

/** Undefined where others were first. */
const attempted = async <Outcome extends object>(
  plan: () => Promise<Change<Outcome> | Outcome | Failure>,
  { store, now }: Service,
): Promise<Outcome | Failure | undefined> => {
  const planned = await plan();
  if (!('writes' in planned)) return planned;
  try {
    return planned.answer(await store.write(planned, now()));
  } catch (error) {
    if (error instanceof BrokenReferences) return brokenReferences(error, planned);
    if (error instanceof VersionConflict) return undefined;
    throw error;
  }
};

/**
 * Carries a change out; what others changed meanwhile is planned with anew. Those who were not first take turns, for
 * else they would keep each other from it.
 */
export const carryOut = async <Outcome extends object>(
  plan: () => Promise<Change<Outcome> | Outcome | Failure>,
  service: Service,
): Promise<Outcome | Failure> => {
  const again = async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const outcome = await attempted(plan, service);
      if (outcome !== undefined) return outcome;
    }
    return fail('conflict', 'conflict', 'Other requests keep changing the same; try again');
  };
  return (await attempted(plan, service)) ?? service.inTurn(again);
};

/** The handler that carries out what is planned. */
export const carriedOut =
  (plan: Plan): Handler =>
  (request, service) =>
    carryOut(() => plan(request, service), service);
