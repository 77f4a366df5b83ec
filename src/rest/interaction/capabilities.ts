import type { SearchParameters } from '../../fhir/search/search-parameter.ts';
import { digest } from '../../store/digest.ts';
import type { Answer } from '../answer.ts';
import { type Failure, fail } from '../error.ts';
import { namesTag } from '../precondition.ts';
import { queryValue, type Request } from '../request.ts';
import type { Route } from '../route.ts';
import { routesIn } from '../routes-in.ts';
import type { Service } from '../service.ts';
import { subsetOf } from '../subset.ts';
import { capabilityStatement } from './capability-statement.ts';
import { terminologyCapabilities } from './terminology-capabilities.ts';

/** What a client may ask to be told: https://hl7.org/fhir/R5/http.html#capabilities */
export const MODES = ['full', 'normative', 'terminology'] as const;

type Mode = (typeof MODES)[number];

/** What a service tells of one set of search parameters, made once for each mode and address. */
interface Made {
  readonly parameters: SearchParameters;
  readonly texts: Map<string, string>;
}

/** How many are kept: behind a trusted proxy, clients may name any address. */
const MOST = 12;

const made = new WeakMap<Service, Made>();

const statement = (routes: readonly Route[], request: Request, service: Service, mode: Mode): string => {
  const { base, fhirVersion } = request;
  const parameters = service.store.searchParameters();
  const before = made.get(service);
  const { texts } = before?.parameters === parameters ? before : { texts: new Map<string, string>() };
  made.set(service, { parameters, texts });
  const key = `${mode} ${fhirVersion.name} ${base}`;
  const already = texts.get(key);
  if (already !== undefined) return already;
  const served = routesIn(fhirVersion, routes);
  const text = JSON.stringify(
    mode === 'terminology'
      ? terminologyCapabilities(served, base, service)
      : capabilityStatement(served, request, service, mode),
  );
  if (texts.size >= MOST) texts.clear();
  texts.set(key, text);
  return text;
};

/** What is served: https://hl7.org/fhir/R5/http.html#capabilities */
export const capabilities = async (
  routes: readonly Route[],
  request: Request,
  service: Service,
): Promise<Answer | Failure> => {
  const asked = queryValue(request, 'mode') ?? 'full';
  const mode = MODES.find((one) => one === asked);
  if (mode === undefined)
    return fail('malformed', 'value', `mode is one of: ${MODES.join(', ')}`, { expression: 'http.mode' });
  const type = mode === 'terminology' ? 'TerminologyCapabilities' : 'CapabilityStatement';
  const subset = subsetOf({ ...request, type });
  if (subset !== undefined && 'failure' in subset) return subset;
  const whole = statement(routes, request, service, mode);
  const body = subset === undefined ? whole : request.fhirVersion.part(whole, subset);
  const tag = digest(body).slice(0, 16);
  const headers = { ETag: `W/"${tag}"` };
  return namesTag(request.header('if-none-match') ?? '', tag)
    ? { status: 304, headers }
    : { status: 200, headers, body };
};
