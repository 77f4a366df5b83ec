import { isError } from '../fhir/issue.ts';
import type { Validate } from '../validation/validate.ts';
import type { Metrics } from './metrics.ts';
import { stopwatch } from './stopwatch.ts';

/** The validator, whose verdicts are counted. */
export const measuredValidate = (validate: Validate, { timed }: Metrics): Validate => {
  const validations = timed(
    'trialbridge_validation_duration_seconds',
    'Resources that were validated: valid, or with errors',
    ['outcome'],
  );
  return (...given) => {
    const seconds = stopwatch();
    const issues = validate(...given);
    validations.observe({ outcome: issues.some(isError) ? 'invalid' : 'valid' }, seconds());
    return issues;
  };
};
