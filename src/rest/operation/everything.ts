import { searchset } from '../../fhir/bundle.ts';
import { CANONICAL } from '../../fhir/canonical.ts';
import { TRIAL_TYPES } from '../../fhir/resource-type.ts';
import { FINDER } from '../access.ts';
import { fail } from '../error.ts';
import { link } from '../interaction/search.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';
import { studyAsUnit } from './study.ts';

/** A study with all that belongs to it, in one Bundle. */
export const everything = operation({
  code: 'everything',
  definition: `${CANONICAL}/OperationDefinition/everything`,
  summary: 'The study with all that belongs to it',
  levels: { instance: FINDER },
  byGet: ['instance'],
  types: ['ResearchStudy'],
  output: 'Bundle',
  failures: ['not-found', 'gone'],
  inputs: {
    _since: { type: 'instant', description: 'Only what has changed since' },
    _type: { type: 'string', description: 'Only resources of these types, divided by commas', repeats: true },
  },
  run: async ({ _since, _type }, request, service) => {
    const types: readonly string[] = _type?.flatMap((one) => one.split(',')) ?? TRIAL_TYPES;
    const unknown = types.find((one) => !TRIAL_TYPES.some((type) => type === one));
    if (unknown !== undefined)
      return fail(
        'malformed',
        'value',
        `“${unknown}” is no part of a study; _type is of: ${TRIAL_TYPES.join(', ')}`,
        {
          expression: 'http._type',
        },
      );
    const study = await storedVersion(request, service);
    if ('failure' in study) return study;
    const since = Date.parse(_since ?? '');
    const matches = (await studyAsUnit(service.store, study)).filter(
      ({ type, lastUpdated }) => types.includes(type) && !(Date.parse(lastUpdated) < since),
    );
    const { base, type, id, query } = request;
    return {
      status: 200,
      body: searchset({
        links: { self: link(`${base}/${type}/${id}/$everything`, query) },
        total: matches.length,
        matches: matches.map((one) => ({ fullUrl: `${base}/${one.type}/${one.id}`, text: one.text })),
        included: [],
        issues: [],
      }),
    };
  },
});
