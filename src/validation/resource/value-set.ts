import type { ValueSet } from 'fhir/r5.js';
import { asObject } from '../instance.ts';
import type { Check } from '../run.ts';

/** Checks that the code systems of a value set are named by absolute URLs, and are no value sets: https://hl7.org/fhir/R5/valueset.html */
export const checkValueSet = ({ run, instance }: Check): void => {
  const { compose } = instance.value as ValueSet;
  const contained = new Set(instance.children('contained').map(({ value }) => `#${asObject(value)?.id}`));
  for (const part of ['include', 'exclude'] as const) {
    for (const [index, { system }] of (compose?.[part] ?? []).entries()) {
      if (typeof system !== 'string') continue;
      const issue = (rule: string, text: string, below = ''): void =>
        run.report(
          { severity: 'error', code: 'invalid', rule, text },
          instance,
          undefined,
          `.compose.${part}[${index}]${below}`,
        );
      if (system.startsWith('#')) {
        issue('value-set-system', `The code system ${system} is not named by an absolute URL`);
        if (!contained.has(system)) {
          issue('reference-fragment', `There is no contained resource "${system.slice(1)}"`, '.system');
          issue('value-set-system', `There is no contained code system "${system.slice(1)}"`);
        }
      } else if (run.terminology.hasValueSet(system)) {
        issue('value-set-system', `${system} is a value set, no code system`);
      }
    }
  }
};
