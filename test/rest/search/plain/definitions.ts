import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FhirResource, SearchParameter } from 'fhir/r5.js';
import { STORED } from '../fixture/fixture.ts';
import { target, type Value, valuesOf } from './values.ts';

const ROOT = join(import.meta.dirname, '../../../..');

const read = (folder: string): readonly SearchParameter[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.startsWith('SearchParameter-'))
    .map((name) => JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8')) as SearchParameter);

/** R5's definitions and ours; the package has examples as well. */
const ALL = [
  ...read('node_modules/hl7.fhir.r5.core').filter(({ version }) => version === '5.0.0'),
  ...read('profiles/generated/resources'),
];

const byUrl = new Map(ALL.map((one) => [one.url, one]));

/** Those of all types whose values are in an element. */
const OF_ALL = ['_tag', '_security', '_profile', '_source', '_language'];

/** A part of a composite, as its own definition has it. */
export interface Component {
  readonly type: string;
  readonly expression: string;
}

/** A search parameter of one type, as it is defined. */
export interface Parameter {
  readonly base: string;
  readonly code: string;
  readonly type: string;
  readonly expression: string;
  readonly components: readonly Component[];
}

const component = ({ definition, expression }: { definition: string; expression: string }) => {
  const type = byUrl.get(definition)?.type;
  return type === undefined ? [] : [{ type, expression }];
};

const isOf = (type: string, { base, code }: SearchParameter): boolean =>
  base.some((one) => one === type) || OF_ALL.includes(code);

const TYPES = [...new Set(STORED.map(({ resourceType }) => resourceType as string))];

/** The resources of a type. */
export const ofType = (type: string): readonly FhirResource[] =>
  STORED.filter(({ resourceType }) => resourceType === type);

const parametersOf = (type: string): readonly Parameter[] =>
  ALL.filter((one) => isOf(type, one)).flatMap((one) => {
    const components = (one.component ?? []).flatMap(component);
    if (one.expression === undefined || one.type === 'special') return [];
    if (components.length !== (one.component ?? []).length) return [];
    return [{ base: type, code: one.code, type: one.type as string, expression: one.expression, components }];
  });

/** What a parameter finds in one resource. */
export const found = (parameter: Parameter, resource: FhirResource): readonly Value[] =>
  valuesOf(resource, parameter.expression);

/** The search parameters by which anything of the fixture can be found, by type. */
export const PARAMETERS: ReadonlyMap<string, readonly Parameter[]> = new Map(
  TYPES.map((type) => [
    type,
    parametersOf(type).filter((one) => ofType(type).some((resource) => found(one, resource).length > 0)),
  ]),
);

/** The resources that a value of a reference leads to. */
export const led = ({ type, value }: Value): readonly FhirResource[] => {
  const { reference } = (
    type === 'CodeableReference' ? ((value as { reference?: object }).reference ?? {}) : value
  ) as { reference?: string };
  const one = target(typeof value === 'string' ? value : (reference ?? ''));
  return one === undefined ? [] : [one];
};

/** A reference of a type and a type that it leads to. */
export interface Way {
  readonly parameter: Parameter;
  readonly to: string;
}

/** All ways by which resources of the fixture lead to each other. */
export const WAYS: readonly Way[] = [...PARAMETERS.values()]
  .flat()
  .flatMap((parameter) =>
    parameter.type === 'reference'
      ? [
          ...new Set(
            ofType(parameter.base).flatMap((resource) =>
              found(parameter, resource).flatMap((value) =>
                led(value).map((one) => one.resourceType as string),
              ),
            ),
          ),
        ].map((to) => ({ parameter, to }))
      : [],
  );
