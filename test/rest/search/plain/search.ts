import type { FhirResource } from 'fhir/r5.js';
import { type Asked, askedOf } from './asked.ts';
import { found, led, ofType, PARAMETERS, type Parameter, WAYS } from './definitions.ts';
import type { Picks } from './picks.ts';
import { type Value, valuesOf } from './values.ts';

/** A parameter as it is sent, and whether a resource meets it. */
export interface Criterion {
  readonly name: string;
  readonly text: string;
  readonly holds: (resource: FhirResource) => boolean;
}

const allValues = (parameter: Parameter): readonly Value[] =>
  ofType(parameter.base).flatMap((one) => found(parameter, one));

const missing = (parameter: Parameter, wanted: boolean): Criterion => ({
  name: `${parameter.code}:missing`,
  text: String(wanted),
  holds: (one) => (found(parameter, one).length === 0) === wanted,
});

/** A composite is met by one element. */
const composite = (parameter: Parameter, { pick, ...more }: Picks): Criterion | undefined => {
  const { base, code, expression, components } = parameter;
  const elements = (one: FhirResource) => found(parameter, one).map((_, at) => `(${expression})[${at}]`);
  const [one, element] = pick(
    ofType(base).flatMap((each) => elements(each).map((path) => [each, path] as const)),
  );
  const asked = components.map(({ type, expression: part }): Asked | undefined => {
    const values = valuesOf(one, `${element}.select(${part})`);
    const made = values.length === 0 ? undefined : askedOf(type, pick(values), { pick, ...more });
    return made?.modifier === undefined ? made : undefined;
  });
  if (asked.some((each) => each === undefined)) return undefined;
  return {
    name: code,
    text: asked.map((each) => each?.text).join('$'),
    holds: (each) =>
      elements(each).some((path) =>
        components.every(({ expression: part }, at) =>
          asked[at]?.holds(valuesOf(each, `${path}.select(${part})`)),
        ),
      ),
  };
};

const simple = (type: string, picks: Picks): Criterion | undefined => {
  const { pick, flip } = picks;
  const parameter = pick(PARAMETERS.get(type) ?? []);
  if (parameter.type === 'composite') return composite(parameter, picks);
  if (pick([false, false, false, false, true])) return missing(parameter, flip());
  const values = allValues(parameter);
  const first = askedOf(parameter.type, pick(values), picks);
  if (first === undefined) return undefined;
  const second = flip() ? askedOf(parameter.type, pick(values), picks) : undefined;
  const asked = second !== undefined && second.modifier === first.modifier ? [first, second] : [first];
  const isNot = parameter.type === 'token' && first.modifier === undefined && pick([false, false, true]);
  const modifier = isNot ? 'not' : first.modifier;
  return {
    name: modifier === undefined ? parameter.code : `${parameter.code}:${modifier}`,
    text: asked.map(({ text }) => text).join(','),
    holds: (one) => asked.some(({ holds }) => holds(found(parameter, one))) !== isNot,
  };
};

const chained = (type: string, picks: Picks, depth: number): Criterion | undefined => {
  const ways = WAYS.filter(({ parameter }) => parameter.base === type);
  if (ways.length === 0) return undefined;
  const { parameter, to } = picks.pick(ways);
  const end = criterion(to, depth - 1, picks);
  return (
    end && {
      name: `${parameter.code}:${to}.${end.name}`,
      text: end.text,
      holds: (one) =>
        found(parameter, one)
          .flatMap(led)
          .some((each) => each.resourceType === to && end.holds(each)),
    }
  );
};

const reversed = (type: string, picks: Picks, depth: number): Criterion | undefined => {
  const ways = WAYS.filter(({ to }) => to === type);
  if (ways.length === 0) return undefined;
  const { parameter } = picks.pick(ways);
  const end = criterion(parameter.base, depth - 1, picks);
  return (
    end && {
      name: `_has:${parameter.base}:${parameter.code}:${end.name}`,
      text: end.text,
      holds: (one) =>
        ofType(parameter.base).some(
          (each) => found(parameter, each).flatMap(led).includes(one) && end.holds(each),
        ),
    }
  );
};

const criterion = (type: string, depth: number, picks: Picks): Criterion | undefined => {
  const make = depth === 0 ? simple : picks.pick([simple, simple, chained, reversed]);
  return make(type, picks, depth);
};

/** A search in one type: `Type?…`, and the ids that it has to find. */
export interface Search {
  readonly search: string;
  readonly ids: readonly string[];
}

/** Makes a search of up to three parameters of the fixture's own values, each up to three references away. */
export const searched = (picks: Picks): Search => {
  // A type with many parameters is asked oftener.
  const { base: type } = picks.pick([...PARAMETERS.values()].flat());
  const criteria = Array.from({ length: 1 + picks.upTo(2) }, () =>
    criterion(type, picks.upTo(3), picks),
  ).filter((one) => one !== undefined);
  const query = new URLSearchParams(criteria.map(({ name, text }): [string, string] => [name, text]));
  return {
    search: `${type}?${query}`,
    ids: ofType(type)
      .filter((one) => criteria.every(({ holds }) => holds(one)))
      .map(({ id = '' }) => id),
  };
};
