import type { Measure } from 'fhir/r5.js';
import { findCanonical } from '../find-canonical.ts';
import type { Check } from '../run.ts';

/** Checks that what is said in CQL can be read with a library: https://hl7.org/fhir/R5/measure.html */
export const checkMeasure = ({ run, instance }: Check): void => {
  const { library = [], group = [] } = instance.value as Measure;
  if (library.some((url) => findCanonical(run, 'Library', url))) return;
  for (const [index, { population = [] }] of group.entries()) {
    for (const [place, { criteria }] of population.entries()) {
      if (criteria?.language !== 'text/cql') continue;
      const text = 'The criteria are in CQL, but no library of the measure is known here';
      run.report(
        { severity: 'error', code: 'not-found', rule: 'measure-library', text },
        instance,
        undefined,
        `.group[${index}].population[${place}].criteria`,
      );
    }
  }
};
