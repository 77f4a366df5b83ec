import type { Issue } from '../../fhir/issue.ts';
import { gather } from '../../store/index/gather.ts';
import type { Body } from '../body.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';

/** What is to be done with a resource: https://hl7.org/fhir/R5/valueset-resource-validation-mode.html */
export const MODES = ['create', 'update', 'delete', 'profile'] as const;
export type Mode = (typeof MODES)[number];

/** An error of the request's, not of the resource's own. */
export const problem = (
  rule: string,
  text: string,
  code: Issue['code'] = 'invalid',
  expression?: string,
): Issue => ({ severity: 'error', code, rule, text, ...(expression !== undefined && { expression }) });

const broken = (text: string): Issue => problem('referential-integrity', text, 'conflict');

/** References to what is not stored, which would keep the resource from being so. */
const outward = async (
  { content: { value } }: Body,
  own: string,
  { store }: Service,
): Promise<readonly Issue[]> => {
  const issues: Issue[] = [];
  for (const { type, id, version } of gather(value).links) {
    if (`${type}/${id}` === own && version === null) continue;
    const found =
      version === null ? await store.read(type, id) : await store.vread(type, id, Number(version));
    if (found === undefined || found.deleted)
      issues.push(
        broken(
          `It refers to ${type}/${id}${version === null ? '' : `/_history/${version}`}, which is not stored`,
        ),
      );
  }
  return issues;
};

const inward = async ({ type, id }: Request, { store }: Service): Promise<readonly Issue[]> =>
  (await store.referrers([{ type, id }])).map(({ from }) => broken(`${from} refers to it`));

/** What a mode asks beside the rules for the resource itself: https://hl7.org/fhir/R5/resource-operation-validate.html */
export const modeIssues = async (
  mode: Mode | undefined,
  body: Body,
  request: Request,
  service: Service,
): Promise<readonly Issue[]> => {
  const { type, id } = request;
  if (id === '' && (mode === 'update' || mode === 'delete'))
    return [
      problem(
        'validate-mode',
        `mode=${mode} is about a stored resource, which the URL is to name`,
        'not-supported',
      ),
    ];
  if (!service.referentialIntegrity) return [];
  switch (mode) {
    case 'create':
      return outward(body, '', service);
    case 'update':
      return outward(body, `${type}/${id}`, service);
    case 'delete':
      return inward(request, service);
    default:
      return [];
  }
};
