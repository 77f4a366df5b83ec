import type { Bundle } from 'fhir/r5.js';
import { batch } from '../../fhir/search.ts';
import { useAnswer } from '../../parts/use-answer.ts';

let before: Promise<unknown> = Promise.resolve();

/** Does what is asked for beside the list one after the other, each after what the page asks for at the same moment. */
const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
  const asked = before.then(() => new Promise((resolve) => setTimeout(resolve))).then(ask);
  before = asked;
  return asked;
};

/** How many each of some searches finds, absent while it is not known; no paths ask nothing. */
export const useCounts = (
  paths: readonly string[],
): { readonly counts: readonly (number | undefined)[]; readonly loading: boolean } => {
  const { value = [], loading } = useAnswer(paths.length === 0 ? undefined : paths.join('\n'), (signal) =>
    inTurn(() => batch(paths, signal)),
  );
  return { counts: value.map((bundle) => (bundle as Bundle | undefined)?.total), loading };
};
