import fc from 'fast-check';
import type { ElementInfo } from '../../src/fhir/element-table.ts';
import { elementsOf, kindOf } from '../../src/fhir/elements.ts';

/** Decimals in several ways to write the same. */
const DECIMALS = ['0', '1', '1.0', '1.50', '1.5', '15e-1', '-0.10', '0.1000000000000000055', '1E+3'];

/** JSON text of a member of an object, or of a value. */
type Text = string;

const object = (members: readonly Text[]): Text => `{${members.join(',')}}`;

const primitive = (type: string): fc.Arbitrary<Text> => {
  switch (type) {
    case 'boolean':
      return fc.constantFrom('true', 'false');
    case 'decimal':
      return fc.constantFrom(...DECIMALS);
    case 'integer':
    case 'positiveInt':
    case 'unsignedInt':
      return fc.constantFrom('1', '2');
    case 'integer64':
      return fc.constantFrom('"1"', '"9007199254740993"');
    default:
      return fc.constantFrom('"a"', '"b"', '"c"', JSON.stringify('ü"\\\'` '));
  }
};

/** A primitive's value and what stands beside it; one of them at least is there. */
const primitives = (type: string, count: number): fc.Arbitrary<readonly [Text, Text][]> =>
  fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.tuple(primitive(type), fc.constant('null')) },
      fc.tuple(primitive(type), elements('Element', 0)),
      fc.tuple(fc.constant('null'), elements('Element', 0)),
    ),
    { minLength: 1, maxLength: count },
  );

const members = (element: ElementInfo, type: string, depth: number): fc.Arbitrary<readonly Text[]> => {
  const suffix = element.isChoice ? type.charAt(0).toUpperCase() + type.slice(1) : '';
  const name = `${element.name}${suffix}`;
  const written = (key: string, items: readonly Text[]): readonly Text[] =>
    items.every((item) => item === 'null') ? [] : [`"${key}":${element.repeats ? `[${items}]` : items[0]}`];
  const count = element.repeats ? 4 : 1;
  if (kindOf(type) === 'primitive')
    return primitives(type, count).map((items) => [
      ...written(
        name,
        items.map(([value]) => value),
      ),
      ...written(
        `_${name}`,
        items.map(([, beside]) => beside),
      ),
    ]);
  const item = kindOf(type) === 'resource' ? resourceText(depth - 1) : elements(type, depth - 1);
  return fc.array(item, { minLength: 1, maxLength: count }).map((items) => written(name, items));
};

/** What can stand in an element; at the last level only primitives. */
const elements = (type: string, depth: number, more: readonly Text[] = []): fc.Arbitrary<Text> => {
  const choices = elementsOf(type).flatMap((element) => {
    const types = element.types.filter((one) => kindOf(one) === 'primitive' || (depth > 0 && kindOf(one)));
    return types.length > 0 ? [{ element, types }] : [];
  });
  return fc
    .subarray(choices, { minLength: 1, maxLength: Math.min(5, choices.length) })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(({ element, types }) =>
          fc.constantFrom(...types).chain((one) => members(element, one, depth)),
        ),
      ),
    )
    .map((found) => object([...more, ...found.flat()]));
};

const TYPES = ['Patient', 'Observation', 'Questionnaire', 'Bundle', 'ValueSet', 'Evidence', 'PlanDefinition'];

/** A resource of a type, of any elements that type has. */
export const resourceOf = (type: string, depth = 3): fc.Arbitrary<Text> =>
  elements(type, depth, [`"resourceType":"${type}"`]);

const resourceText = (depth: number): fc.Arbitrary<Text> =>
  fc.constantFrom('Basic', 'Observation').chain((type) => resourceOf(type, depth));

/** Two resources of the same type. */
export const twoResources = (): fc.Arbitrary<readonly [Text, Text]> =>
  fc.constantFrom(...TYPES).chain((type) => fc.tuple(resourceOf(type), resourceOf(type)));
