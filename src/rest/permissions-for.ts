import { resultParameter } from '../fhir/search/result-parameter.ts';
import type { Criterion } from '../fhir/search/search-request.ts';
import { type Permissions, permissionsOf } from '../security/permissions.ts';
import type { Principal } from '../security/principal.ts';
import type { Scope } from '../security/scope.ts';
import { parsedSearch } from './parsed-search.ts';
import type { Service } from './service.ts';
import { R5 } from './version/r5.ts';

/** The search in a scope; undefined where it is none, or would change what a search answers. */
const criterionOf = async (
  { context, type, query }: Scope,
  { patient }: Principal,
  base: string,
  service: Service,
): Promise<Criterion | undefined> => {
  if (query.some(([name]) => name === '_type' || resultParameter(name) !== undefined)) return undefined;
  if (context === 'patient' && patient === undefined) return undefined;
  const compartment = context === 'patient' ? { type: 'Patient', id: patient ?? '' } : undefined;
  const ofType = type === '*' ? '' : type;
  // A scope lets the same, whatever version of FHIR its client speaks.
  const asked = { type: ofType, query, base, fhirVersion: R5 };
  const parsed = await parsedSearch(asked, service, false, compartment);
  if ('failure' in parsed) return undefined;
  const { where } = parsed.request;
  return type === '*' ? where : { kind: 'and', of: [{ kind: 'type', anyOf: [type] }, where] };
};

/** What a client may do, as its scopes say. */
export const permissionsFor = (principal: Principal, base: string, service: Service): Permissions =>
  permissionsOf(principal.scopes, (scope) => criterionOf(scope, principal, base, service));
