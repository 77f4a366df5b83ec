// Compares invariants and search expressions, evaluated by the project's engines and by the official one, on R5's
// examples, on synthesised resources, on those that break our profiles, and on pairs of times and quantities: npm run validate:official:fhirpath -- [--examples N] [--synthesised N]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FhirResource } from 'fhir/r5.js';
import { RESOURCE_TYPES } from '../../src/fhir/resource-type.ts';
import { finder } from '../../src/store/index/find.ts';
import type { Fragments } from '../../src/store/index/literal-reference.ts';
import type { Instance } from '../../src/validation/instance.ts';
import { checkInvariants } from '../../src/validation/invariant.ts';
import type { Finding, Run } from '../../src/validation/run.ts';
import type { Constraint, StructureDefinition } from '../../src/validation/structure-definition.ts';
import { BROKEN } from '../profiles/broken-instances.ts';
import { VALID } from '../profiles/valid-instances.ts';
import { random } from '../random.ts';
import { runOn } from './fhirpath-engine.ts';
import { definedExpressions, profileConstraints, searchParameters } from './fhirpath-expressions.ts';
import { times } from './fhirpath-times.ts';
import { validatorLibrary } from './java.ts';
import { synthesise } from './mutants/synthesis.ts';
import { inOneLine, runBesideValidator, SHORT_RUN, VALIDATE } from './validator.ts';

const missing = validatorLibrary.missing();
if (missing !== undefined) {
  console.error(missing);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '25' },
    synthesised: { type: 'string', default: '4' },
  },
});

/** Longer ones take most of the time and say little more. */
const LONGEST = 300_000;
const FOLDER = join(import.meta.dirname, '../../node_modules/hl7.fhir.r5.examples');

const examples = (ofType: number): readonly (readonly [name: string, text: string])[] =>
  [
    ...Map.groupBy(
      readdirSync(FOLDER).filter((name) => /^[A-Z]\w+-.*\.json$/.test(name)),
      (name) => name.replace(/-.*/, ''),
    ).values(),
  ]
    .flatMap((names) => names.slice(0, ofType))
    .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const)
    .filter(([, text]) => text.length <= LONGEST);

const synthesised = (ofType: number): readonly (readonly [name: string, text: string])[] =>
  RESOURCE_TYPES.flatMap((type) =>
    Array.from({ length: ofType }, (_, at) => {
      const name = `synthesised ${type} ${at}`;
      return [name, JSON.stringify(synthesise(type, random(name)))] as const;
    }),
  );

/** Something to evaluate, and what we make of it in the form of the official engine's answers. */
interface Question {
  readonly expression: string;
  readonly where: string;
  readonly ours: string;
}

interface Place {
  readonly root: string;
  readonly resource: string;
  readonly element: string;
  readonly questions: readonly Question[];
}

const truth = (
  run: Run,
  instance: Instance,
  definition: StructureDefinition,
  constraint: Constraint,
): string => {
  const found: Finding[] = [];
  const watched: Run = { ...run, report: (finding) => found.push(finding) };
  const element = { ...instance.element, constraints: [constraint] };
  checkInvariants({ run: watched, instance, element, definition });
  const [first] = found;
  if (first === undefined) return 'T';
  return first.code === 'invariant' ? 'F' : `E ${first.text}`;
};

const ADDED = profileConstraints();

/** The invariants of an element: those of what its owner's type says of it, of its own type, and of all profiles. */
const invariants = (run: Run, instance: Instance): readonly Question[] => {
  const type = run.definitions.type(instance.type);
  const stated = instance.parent === undefined ? undefined : run.definitions.referenced(instance.element);
  return [
    ...(stated?.constraints ?? []),
    ...(type?.root.constraints ?? []),
    ...(ADDED.get(instance.path) ?? []),
    ...(instance.path === instance.type ? [] : (ADDED.get(instance.type) ?? [])),
  ].map((constraint) => ({
    expression: constraint.expression,
    where: `${instance.path}#${constraint.key}`,
    ours: truth(run, instance, type!, constraint),
  }));
};

const shown = (type: string, value: unknown): string => {
  // Elements that have no type of their own have a path here.
  const name = type.includes('.') ? 'BackboneElement' : type;
  return typeof value === 'object' ? name : `${name}=${value}`.replace(/[ \t\r\n]+/g, ' ');
};

/** Where fragments lead in a resource. */
const fragmentsOf = (resource: FhirResource): Fragments =>
  new Map(
    ('contained' in resource ? (resource.contained ?? []) : []).map(({ resourceType, id = '' }) => [
      `#${id}`,
      { type: resourceType, id, version: null },
    ]),
  );

const searches = (resource: FhirResource): readonly Question[] =>
  searchParameters()
    .filter(
      ({ base, expression }) =>
        [resource.resourceType, 'Resource'].includes(base) && expression !== undefined,
    )
    .map(({ base, code, expression = '' }) => ({
      expression,
      where: `${base}?${code}`,
      ours: finder(expression)({
        type: resource.resourceType,
        value: resource,
        fragments: fragmentsOf(resource),
      })
        .map(({ type, value }) => shown(type, value))
        .join('|'),
    }));

const places = (resource: FhirResource): readonly Place[] => {
  const run = runOn(resource);
  const found: Place[] = [
    {
      root: run.root.expression,
      resource: run.root.expression,
      element: run.root.expression,
      questions: searches(resource),
    },
  ];
  const visit = (instance: Instance): void => {
    const questions = invariants(run, instance);
    if (questions.length > 0)
      found.push({
        root: instance.rootResource.expression,
        resource: instance.resource.expression,
        element: instance.expression,
        questions,
      });
    for (const child of instance.all()) visit(child);
  };
  visit(run.root);
  return found.filter(({ questions }) => questions.length > 0);
};

const expressions = new Map<string, number>();
const numberOf = (expression: string): number => {
  const known = expressions.get(expression) ?? expressions.size;
  expressions.set(expression, known);
  return known;
};

const resources = [
  ...examples(Number(values.examples)),
  ...synthesised(Number(values.synthesised)),
  ...[...VALID, ...BROKEN.map(({ resource }) => resource)].map(
    (resource, at) => [`ours ${at}`, JSON.stringify(resource)] as const,
  ),
  ...times().map((resource, at) => [`times ${at}`, JSON.stringify(resource)] as const),
];
const asked = resources.map(([name, text]) => {
  const all = places(JSON.parse(text) as FhirResource);
  const where = all.map(
    ({ root, resource, element, questions }) =>
      `${root}|${resource}|${element}|${questions.map(({ expression }) => numberOf(expression)).join(',')}`,
  );
  return {
    name,
    line: [inOneLine(text).replaceAll('\t', ' '), ...where].join('\t'),
    questions: all.flatMap(({ element, questions }) => questions.map((one) => ({ ...one, element }))),
  };
});

const answers = await runBesideValidator([VALIDATE, join(import.meta.dirname, 'FhirPath.java')], SHORT_RUN, [
  `${expressions.size}`,
  ...[...expressions.keys()].map(inOneLine),
  ...asked.map(({ line }) => line),
]);

/** Values in any order, each once, as an index has them, none that are not there; decimals by their value. */
const asSet = (list: string): string =>
  [...new Set(list.split('|').filter((one) => one !== '' && !one.endsWith('=null')))]
    .map((one) => one.replace(/^(decimal)=(.*)$/, (_, type, number) => `${type}=${Number(number)}`))
    .map((one) => (/^[A-Z]\w*\.|^Element$/.test(one) ? 'BackboneElement' : one))
    .sort()
    .join('|');

/** Whether the official engine says nothing of it: it refuses it, or what it needs is not at hand. */
const isUnjudged = (theirs: string, { expression }: Question): boolean =>
  theirs.startsWith('E Attempt to use') || (theirs === 'F' && /resolve\(\)|memberOf\(/.test(expression));

let compared = 0;
let unjudged = 0;
const different = new Map<string, string[]>();
for (const [at, { name, questions }] of asked.entries()) {
  const official = answers[at]?.split('\t') ?? [];
  for (const [index, question] of questions.entries()) {
    const { where, ours, element, expression } = question;
    const theirs = official[index] ?? 'E no answer';
    compared += 1;
    const same = where.includes('?')
      ? !theirs.startsWith('E') && asSet(theirs.slice(1)) === asSet(ours)
      : theirs[0] === ours[0] && !ours.startsWith('E');
    if (same) continue;
    if (!ours.startsWith('E') && isUnjudged(theirs, question)) {
      unjudged += 1;
      continue;
    }
    const list = different.get(where) ?? [];
    list.push(
      `${name} ${element}: ours ${ours.slice(0, 200)}, theirs ${theirs.slice(0, 200)} (${expression.slice(0, 200)})`,
    );
    different.set(where, list);
  }
}
for (const [where, list] of different) {
  console.log(`${where}: ${list.length} different`);
  for (const one of list.slice(0, 3)) console.log(`  ${one}`);
}
const seen = new Set(asked.flatMap(({ questions }) => questions.map(({ expression }) => expression)));
const all = definedExpressions();
console.log(
  `official FHIRPath engine: ${resources.length} resources, ${compared} evaluations of ${all.filter(({ text }) => seen.has(text)).length} of ${all.length} expressions; ${different.size} expressions with another value; ${unjudged} times the official engine said nothing`,
);
for (const { where, text } of all) if (!seen.has(text)) console.log(`not reached: ${where}`);
process.exitCode = different.size > 0 || compared === 0 ? 1 : 0;
