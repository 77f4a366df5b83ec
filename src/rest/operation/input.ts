import type { CodeableConcept, Coding, Meta, Reference, UsageContext } from 'fhir/r5.js';
import type { ResourceType } from '../../fhir/resource-type.ts';
import type { Body } from '../body.ts';
import type { Parameter } from '../route.ts';
import type { Level } from './level.ts';

/** What a primitive type is in an operation. */
interface Primitives {
  readonly boolean: boolean;
  readonly integer: number;
  /** A text, as JSON has it: https://hl7.org/fhir/R5/datatypes.html#integer64 */
  readonly integer64: string;
  readonly id: string;
  readonly string: string;
  readonly code: string;
  readonly uri: string;
  readonly canonical: string;
  readonly instant: string;
}

interface Complex {
  readonly Coding: Coding;
  readonly CodeableConcept: CodeableConcept;
  readonly Meta: Meta;
  readonly Reference: Reference;
  readonly UsageContext: UsageContext;
}

type Values = Primitives & Complex;

/** An input of an operation: https://hl7.org/fhir/R5/operationdefinition-definitions.html#OperationDefinition.parameter */
export interface Input {
  /** `Resource` is a resource of any type. */
  readonly type: keyof Values | ResourceType | 'Resource';
  readonly description: string;
  readonly required?: true;
  readonly repeats?: true;
  /** Where it has only so many values. */
  readonly choices?: readonly string[];
  /** Where it is known, if not wherever the operation is. */
  readonly levels?: readonly Level[];
  /** Whether a resource may be of any shape: it is what the operation judges. */
  readonly asSent?: true;
}

/** The inputs of an operation by their names. */
export type Inputs = Readonly<Record<string, Input>>;

type Single<I extends Input> = I extends { choices: readonly (infer Choice)[] }
  ? Choice
  : I['type'] extends keyof Values
    ? Values[I['type']]
    : Body;

type Value<I extends Input> = I extends { repeats: true } ? readonly Single<I>[] : Single<I>;

/** What an operation was given, by the names of its inputs. */
export type Given<I extends Inputs> = {
  readonly [N in keyof I as I[N] extends { required: true } ? N : never]: Value<I[N]>;
} & {
  readonly [N in keyof I as I[N] extends { required: true } ? never : N]?: Value<I[N]>;
};

const PRIMITIVES: ReadonlySet<string> = new Set<keyof Primitives>([
  'boolean',
  'integer',
  'integer64',
  'id',
  'string',
  'code',
  'uri',
  'canonical',
  'instant',
]);

const COMPLEX: ReadonlySet<string> = new Set<keyof Complex>([
  'Coding',
  'CodeableConcept',
  'Meta',
  'Reference',
  'UsageContext',
]);

/** Whether an input can stand in a URL. */
export const isPrimitive = ({ type }: Input): boolean => PRIMITIVES.has(type);

/** Whether an input is a resource. */
export const isResource = ({ type }: Input): boolean => !PRIMITIVES.has(type) && !COMPLEX.has(type);

/** The inputs that are known at a level. */
export const inputsAt = (inputs: Inputs, level: Level): Inputs =>
  Object.fromEntries(Object.entries(inputs).filter(([, { levels }]) => levels?.includes(level) ?? true));

/** The inputs that can stand in a URL, as its parameters. */
export const queryOf = (inputs: Inputs): readonly Parameter[] =>
  Object.entries(inputs)
    .filter(([, input]) => isPrimitive(input))
    .map(([name, { type, description, choices }]) => ({
      name,
      description,
      ...(choices && { choices }),
      ...(type === 'boolean' && { choices: ['true', 'false'] }),
    }));
