import type { CodeableConcept, CodeSystem, Coding, Parameters, ParametersParameter } from 'fhir/r5.js';
import { type Issue, isError, operationOutcome } from '../fhir/issue.ts';
import { systemSet } from '../fhir/terminology/system-set.ts';
import { codeSets } from '../fhir/terminology/value-set.ts';
import { type CheckedCoding, checkCoding, type Expected } from './coding-check.ts';
import { type Result, refusal } from './result.ts';
import { requestedValueSet, type Stored, StoredResources, type ValueSetRequest } from './stored-resources.ts';

/** What is to be checked: one of a code, a Coding and a CodeableConcept. */
interface CodeRequest {
  readonly code?: string;
  readonly display?: string;
  readonly coding?: Coding;
  readonly codeableConcept?: CodeableConcept;
  /** Whether codes that are there to group others will do; they do if this is left out. */
  readonly abstract?: boolean;
  readonly displayLanguage?: string;
}

/** Parameters of $validate-code on ValueSet: https://hl7.org/fhir/R5/valueset-operation-validate-code.html */
export interface ValidateInValueSetRequest extends ValueSetRequest, CodeRequest {
  /** Of a code; may be left out if the value set has it from one system only. */
  readonly system?: string;
  readonly systemVersion?: string;
}

/** Parameters of $validate-code on CodeSystem: https://hl7.org/fhir/R5/codesystem-operation-validate-code.html */
export interface ValidateInCodeSystemRequest extends CodeRequest {
  readonly url?: string;
  readonly codeSystem?: CodeSystem;
  readonly version?: string;
}

const CODE_MISSING = refusal(
  'required',
  'code-missing',
  'One, and only one, of code, coding and codeableConcept is to be given',
);

const codingsOf = (
  { code, display, coding, codeableConcept }: CodeRequest,
  system: string | undefined,
  version: string | undefined,
): readonly { readonly coding: Coding; readonly path: string }[] | undefined => {
  if ([code, coding, codeableConcept].filter((one) => one !== undefined).length !== 1) return undefined;
  if (coding) return [{ coding, path: 'Coding' }];
  if (codeableConcept)
    return (codeableConcept.coding ?? []).map((one, index) => ({
      coding: one,
      path: `CodeableConcept.coding[${index}]`,
    }));
  const given = {
    ...(system !== undefined && { system }),
    ...(version !== undefined && { version }),
    ...(code !== undefined && { code }),
    ...(display !== undefined && { display }),
  };
  return [{ coding: given, path: '' }];
};

const isValid = ({ issues }: CheckedCoding): boolean => !issues.some(isError);

/** What is wrong with the other codings of a concept that has a right one does not make it wrong. */
const tolerated = (issue: Issue): Issue =>
  isError(issue)
    ? { ...issue, severity: issue.rule === 'not-in-value-set' ? 'information' : 'warning' }
    : issue;

const answer = (checked: readonly CheckedCoding[], name: string, isConcept: boolean): Parameters => {
  const valid = checked.find(isValid);
  const issues = checked.flatMap((one) => (valid ? one.issues.map(tolerated) : one.issues));
  if (checked.length === 0) {
    const text = `A concept without codings is not in ${name}`;
    issues.push({
      severity: 'error',
      code: 'required',
      rule: 'code-missing',
      text,
      expression: 'CodeableConcept',
    });
  }
  const told = valid ?? (isConcept ? undefined : checked[0]);
  const message = issues.filter((issue) => valid || isError(issue)).map(({ text }) => text);
  const { system, code } = told?.coding ?? {};
  const parameter: ParametersParameter[] = [
    { name: 'result', valueBoolean: valid !== undefined },
    ...(message.length > 0 ? [{ name: 'message', valueString: message.join('; ') }] : []),
    ...(told?.display === undefined ? [] : [{ name: 'display', valueString: told.display }]),
    ...(code === undefined ? [] : [{ name: 'code', valueCode: code }]),
    ...(system === undefined ? [] : [{ name: 'system', valueUri: system }]),
    ...(told?.version === undefined ? [] : [{ name: 'version', valueString: told.version }]),
  ];
  if (isConcept && valid)
    parameter.push({
      name: 'codeableConcept',
      valueCodeableConcept: {
        coding: checked.filter(isValid).map(({ coding, display }) => ({
          ...coding,
          ...(display !== undefined && { display }),
        })),
      },
    });
  if (issues.length > 0) parameter.push({ name: 'issues', resource: operationOutcome(issues) });
  return { resourceType: 'Parameters', parameter };
};

const check = async (
  expected: Expected,
  request: CodeRequest,
  system: string | undefined,
  version: string | undefined,
): Promise<Result<Parameters>> => {
  const codings = codingsOf(request, system, version);
  if (codings === undefined) return CODE_MISSING;
  const checked: CheckedCoding[] = [];
  for (const { coding, path } of codings) checked.push(await checkCoding(expected, coding, path));
  return { value: answer(checked, expected.name, request.codeableConcept !== undefined) };
};

/** Whether a code is in a value set: https://hl7.org/fhir/R5/valueset-operation-validate-code.html */
export const validateInValueSet = async (
  stored: Stored,
  request: ValidateInValueSetRequest,
): Promise<Result<Parameters>> => {
  const resources = new StoredResources(stored);
  const requested = await requestedValueSet(request, resources);
  if ('issue' in requested) return requested;
  const expected: Expected = {
    set: codeSets(resources)(requested.value),
    name: `the value set ${requested.value.url ?? 'given'}`,
    resources,
    isAbstractAllowed: request.abstract ?? true,
    displayLanguage: request.displayLanguage,
  };
  return check(expected, request, request.system, request.systemVersion);
};

/** Whether a code is of a code system: https://hl7.org/fhir/R5/codesystem-operation-validate-code.html */
export const validateInCodeSystem = async (
  stored: Stored,
  request: ValidateInCodeSystemRequest,
): Promise<Result<Parameters>> => {
  const { codeSystem, version } = request;
  const url = codeSystem?.url ?? request.url ?? request.coding?.system;
  if (url === undefined)
    return refusal('required', 'code-system-missing', 'A code system is to be named by its url');
  const resources = new StoredResources(stored);
  if (codeSystem) resources.add(codeSystem);
  else await resources.loadCodeSystem(url, version);
  const set = systemSet({ system: url, ...(version !== undefined && { version }) }, resources);
  const expected: Expected = {
    set,
    name: `the code system ${url}`,
    resources,
    isAbstractAllowed: request.abstract ?? true,
    displayLanguage: request.displayLanguage,
  };
  const [gap] = set.list().gaps;
  if (gap?.rule === 'code-system-unknown') return { issue: gap };
  return check(expected, request, url, version);
};
