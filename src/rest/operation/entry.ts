import type { FhirResource } from 'fhir/r5.js';
import { content } from '../../fhir/content.ts';
import { choiceName } from '../../fhir/element-table.ts';
import { type Issue, isError } from '../../fhir/issue.ts';
import { type Failure, fail } from '../error.ts';
import type { Service } from '../service.ts';
import type { Input, Inputs } from './input.ts';

/** An input as it was given. */
export interface Entry {
  readonly name: string;
  /** Where it stands: `http.count` or `Parameters.parameter[0]`. */
  readonly expression: string;
  readonly value: unknown;
}

/** The input of a name. */
export const inputOf = (inputs: Inputs, name: unknown): Input | undefined =>
  typeof name === 'string' && Object.hasOwn(inputs, name) ? inputs[name] : undefined;

/** The name that the value of an input has in Parameters: `valueBoolean`. */
export const valueName = ({ type }: Input): string => choiceName('value', type);

/** That what stands somewhere cannot be taken. */
export const refused = (expression: string, code: Issue['code'], text: string): Failure =>
  fail('malformed', code, text, { expression });

const isOfShape = ({ rule = '' }: Issue): boolean =>
  rule.startsWith('structure-') || rule === 'primitive' || rule === 'cardinality-min';

/** What keeps a resource from having the shape that its type asks for; what it says is not judged. */
export const shapeIssues = (resource: FhirResource, service: Service): readonly Issue[] =>
  service.validate(content(resource)).filter((issue) => isError(issue) && isOfShape(issue));

/** The same of Parameters, told with the names of the parameters. */
export const parametersIssues = (parameter: unknown, service: Service): readonly Issue[] => {
  const resource = { resourceType: 'Parameters', parameter } as FhirResource;
  return shapeIssues(resource, service).map((issue) => {
    const at = Number(/^Parameters\.parameter\[(\d+)\]/.exec(issue.expression ?? '')?.[1]);
    const name = Array.isArray(parameter) ? parameter[at]?.name : undefined;
    return typeof name === 'string' ? { ...issue, text: `“${name}”: ${issue.text}` } : issue;
  });
};
