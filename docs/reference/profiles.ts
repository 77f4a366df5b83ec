import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';
import { CANONICAL } from '../../src/fhir/canonical.ts';
import { code, table } from './markdown.ts';

const heading = ({ title, name, type }: StructureDefinition): string => `## ${title ?? name} (${type})`;

/** What an element has to meet beyond the type's own definition. */
const asked = ({ min, max, binding, mustSupport, type }: ElementDefinition): string =>
  [
    min !== undefined || max !== undefined ? `${min ?? ''}..${max ?? ''}` : '',
    ...(binding?.valueSet === undefined ? [] : [`${binding.strength} ${code(binding.valueSet)}`]),
    ...(type?.some(({ targetProfile }) => targetProfile) === true
      ? [
          type
            .flatMap(({ targetProfile = [] }) => targetProfile)
            .map((profile) => code(profile.split('/').at(-1) ?? profile))
            .join(', '),
        ]
      : []),
    mustSupport === true ? 'must support' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');

const elements = ({ differential }: StructureDefinition): string => {
  const rows = (differential?.element ?? []).map((one): [string, string, string] => [
    code(one.id ?? one.path),
    asked(one),
    one.short ?? '',
  ]);
  return table(
    ['element', 'asked', 'what it is'],
    rows.filter(([, what, short]) => what !== '' || short !== ''),
  );
};

/** The invariants of our own, wherever in the resource they hold. */
const invariants = ({ snapshot }: StructureDefinition): string => {
  const own = (snapshot?.element ?? [])
    .flatMap(({ constraint = [] }) => constraint)
    .filter(({ source }) => source === undefined || source.startsWith(CANONICAL));
  const byKey = new Map(own.map((one) => [one.key, one]));
  return byKey.size === 0
    ? ''
    : table(
        ['invariant', 'severity', 'says'],
        [...byKey.values()].map(({ key, severity, human }) => [code(key), severity, human ?? '']),
      );
};

/** What a profile or extension asks for, as its definition says: https://hl7.org/fhir/R5/profiling.html */
export const profileReference = (definition: StructureDefinition): string =>
  [
    heading(definition),
    `${code(definition.url)}${definition.description === undefined ? '' : `: ${definition.description}`}`,
    elements(definition),
    invariants(definition),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
