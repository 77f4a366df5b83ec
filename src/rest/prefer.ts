import type { Request } from './request.ts';
import type { Parameter } from './route.ts';

/** What states preferences. */
export type Preferring = Pick<Request, 'header'>;

/** What the answer to a write can hold: https://hl7.org/fhir/R5/http.html#ops */
export const RETURNS = ['representation', 'minimal', 'OperationOutcome'] as const;

/** The header that says what is wanted back of a write. */
export const RETURN: Parameter = {
  name: 'Prefer',
  description: 'What to answer',
  choices: RETURNS.map((one) => `return=${one}`),
};

/** The header that says what becomes of parameters that are not understood. */
export const HANDLING: Parameter = {
  name: 'Prefer',
  description: 'Whether what is not understood is an error, or left out and told',
  choices: ['handling=strict', 'handling=lenient'],
};

/** What a preference is set to: https://www.rfc-editor.org/rfc/rfc7240 */
const preference = ({ header }: Preferring, name: string): string | undefined =>
  (header('prefer') ?? '')
    .split(/[,;]/)
    .map((one) => one.trim().split('='))
    .find(([key]) => key?.trim().toLowerCase() === name)?.[1]
    ?.trim()
    .replace(/^"(.*)"$/, '$1');

/** What the client wants back of a write. */
export const wantedReturn = (request: Preferring): (typeof RETURNS)[number] | undefined =>
  RETURNS.find((one) => one === preference(request, 'return'));

/** Whether what is not understood of a search is to be left out: https://hl7.org/fhir/R5/search.html#errors */
export const isLenient = (request: Preferring): boolean => preference(request, 'handling') === 'lenient';

/** Whether the client would rather ask for the answer later: https://www.rfc-editor.org/rfc/rfc7240#section-4.1 */
export const isAsync = ({ header }: Preferring): boolean => {
  const prefer = header('prefer');
  return prefer !== undefined && /(?:^|[,;])\s*respond-async\s*(?:$|[,;])/i.test(prefer);
};

/** The preferences of a Bundle for its entries, which answer without the resource unless it is asked for. */
export const withMinimalReturn = (request: Preferring): string =>
  [request.header('prefer') ?? [], wantedReturn(request) === undefined ? 'return=minimal' : []]
    .flat()
    .join(', ');
