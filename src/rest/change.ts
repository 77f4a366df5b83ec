import {
  BrokenReferences,
  type Deletion,
  type Guard,
  type Version,
  VersionConflict,
  type Write,
} from '../store/store.ts';
import type { Answer } from './answer.ts';
import { type Failure, fail } from './error.ts';
import type { Handler, Request } from './request.ts';
import type { Service } from './service.ts';

/** What an interaction is going to change, and how it answers once that is done. */
export interface Change {
  readonly writes: readonly Write[];
  readonly guards: readonly Guard[];
  /** The versions made, in the order of the writes. */
  readonly answer: (versions: readonly (Version | Deletion)[]) => Answer;
}

/** An interaction that changes what is stored; it answers at once where there is nothing to change. */
export type Plan = (request: Request, service: Service) => Promise<Change | Answer | Failure>;

/** How often a change is planned anew when others were first. */
const ATTEMPTS = 5;

/** The failure of references that would lead nowhere. */
export const brokenReferences = ({ links }: BrokenReferences): Failure => ({
  failure: 'conflict',
  issues: links.map(({ from, to }) => ({
    severity: 'error',
    code: 'conflict',
    rule: 'referential-integrity',
    text: `${from} refers to ${to}, which is not stored or is to be deleted`,
  })),
});

/** The failure of a change that others were always faster than. */
export const overtaken = fail('conflict', 'conflict', 'Other requests keep changing the same; try again');

/** Carries a change out; what others changed meanwhile is planned with anew. */
export const carriedOut =
  (plan: Plan): Handler =>
  async (request, service) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const planned = await plan(request, service);
      if (!('writes' in planned)) return planned;
      try {
        return planned.answer(await service.store.write(planned, service.now()));
      } catch (error) {
        if (error instanceof BrokenReferences) return brokenReferences(error);
        if (!(error instanceof VersionConflict)) throw error;
      }
    }
    return overtaken;
  };
