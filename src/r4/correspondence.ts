import { choiceName, type ElementInfo, type NamedElement } from '../fhir/element-table.ts';
import { DOWN, R5, type Way } from './version.ts';

/** R5's elements that have another name or place in R4: https://hl7.org/fhir/R5/diff.html */
const RENAMED: readonly (readonly [r5: string, r4: string])[] = [
  ['ConceptMap.sourceScope', 'ConceptMap.source'],
  ['ConceptMap.targetScope', 'ConceptMap.target'],
  ['ConceptMap.group.element.target.relationship', 'ConceptMap.group.element.target.equivalence'],
  ['ConceptMap.group.unmapped.otherMap', 'ConceptMap.group.unmapped.url'],
  ['Device.name', 'Device.deviceName'],
  ['Device.name.value', 'Device.deviceName.name'],
  ['Device.conformsTo', 'Device.specialization'],
  ['Device.conformsTo.specification', 'Device.specialization.systemType'],
  ['DocumentReference.context', 'DocumentReference.context.encounter'],
  ['DocumentReference.event', 'DocumentReference.context.event'],
  ['DocumentReference.facilityType', 'DocumentReference.context.facilityType'],
  ['DocumentReference.practiceSetting', 'DocumentReference.context.practiceSetting'],
  ['DocumentReference.period', 'DocumentReference.context.period'],
  ['Dosage.asNeededFor', 'Dosage.asNeeded'],
  ['Group.membership', 'Group.actual'],
  ['Location.form', 'Location.physicalType'],
  ['PlanDefinition.action.relatedAction.targetId', 'PlanDefinition.action.relatedAction.actionId'],
  ['Provenance.authorization', 'Provenance.reason'],
  ['ResearchStudy.classifier', 'ResearchStudy.category'],
  ['ResearchStudy.comparisonGroup', 'ResearchStudy.arm'],
  ['ResearchStudy.region', 'ResearchStudy.location'],
  ['ResearchStudy.whyStopped', 'ResearchStudy.reasonStopped'],
];

/** Elements that mean another thing in each version under one name: a profile is one on a version's own definitions. */
const UNRELATED: ReadonlySet<string> = new Set(['Meta.profile', 'ResearchStudy.status']);

/** R4's elements that repeat one of R5's lists, which stands whole in an extension. */
const REPEATED: ReadonlySet<string> = new Set([
  'ResearchStudy.enrollment',
  'ResearchStudy.principalInvestigator',
  'ResearchStudy.sponsor',
  'ResearchStudy.status',
]);

/** R4's elements whose children stand in R5 beside the others. */
const GROUPS: ReadonlySet<string> = new Set(['DocumentReference.context']);

/** R5's types and backbone elements of which R4 has a child alone in their place. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  CodeableReference: ['concept', 'reference'],
  'PlanDefinition.action.input': ['requirement'],
  'PlanDefinition.action.output': ['requirement'],
  'Practitioner.communication': ['language'],
};

/** R4's codes that R5 has as concepts, of this code system. */
const CODED: Readonly<Record<string, string>> = {
  'DocumentReference.relatesTo.code': 'http://hl7.org/fhir/document-relationship-type',
};

/** Types of R5 that R4 has in the place of an element alone. */
const SAME: Readonly<Record<string, string>> = { ExtendedContactDetail: 'Organization.contact' };

/** Primitives that JSON writes as strings, of which each may stand for the other where a version has changed its mind. */
const TEXTS: ReadonlySet<string> = new Set([
  'string',
  'markdown',
  'code',
  'id',
  'uri',
  'url',
  'canonical',
  'oid',
  'uuid',
]);

const renamedDown = new Map(RENAMED.map(([r5, r4]) => [r5, [r4]]));
const renamedUp = new Map(RENAMED.map(([r5, r4]) => [r4, [r5]]));

/** How the items of an element become those of its counterpart. */
export type Manner =
  | { readonly kind: 'primitive' | 'integer64' }
  | { readonly kind: 'complex'; readonly type: string }
  /** R4 has the code alone of a concept of R5. */
  | { readonly kind: 'coded'; readonly system: string }
  /** R4 has a child of R5's type alone in its place, which is of this type. */
  | { readonly kind: 'wrapped'; readonly wrapper: string; readonly child: string; readonly type: string };

/** Where an element stands in the other version, and how its items get there. */
export interface Counterpart {
  /** The path of the element there. */
  readonly path: string;
  /** The element that it stands in, where R4 groups what stands on its own in R5. */
  readonly group?: string;
  /** Its name in JSON. */
  readonly name: string;
  readonly element: ElementInfo;
  readonly manner: Manner;
}

const mannerBetween = (way: Way, path: string, type: string, there: string): Manner | undefined => {
  const { from, to } = way;
  const system = CODED[path];
  if (system !== undefined) return { kind: 'coded', system };
  const [kind, otherKind] = [from.elements.kindOf(type), to.elements.kindOf(there)];
  if (kind === 'primitive' && otherKind === 'primitive') {
    if (type === there || (TEXTS.has(type) && TEXTS.has(there))) return { kind: 'primitive' };
    if (type === 'code' && there === 'boolean') return { kind: 'primitive' };
    if (type === 'boolean' && there === 'code') return { kind: 'primitive' };
    const isSize = [type, there].sort().join() === 'integer64,unsignedInt';
    return isSize ? { kind: 'integer64' } : undefined;
  }
  const [wrapper, child] = way === DOWN ? [type, there] : [there, type];
  const name = WRAPPERS[wrapper]?.find((one) => R5.elements.element(wrapper, one)?.type === child);
  if (name !== undefined) return { kind: 'wrapped', wrapper, child: name, type: child };
  const isSame = type === there || (type.includes('.') && there.includes('.')) || SAME[wrapper] === child;
  return isSame && kind !== undefined && kind === otherKind ? { kind: 'complex', type: there } : undefined;
};

/** The ways by which an element may be named in the other version: renamed, in a group, or as it is. */
const placesOf = (way: Way, path: string): readonly string[] => {
  if (UNRELATED.has(path)) return [];
  return way === DOWN ? [...(renamedDown.get(path) ?? []), path] : [...(renamedUp.get(path) ?? []), path];
};

const lastDot = (path: string): readonly [string, string] => {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
};

/** Where an element of a type stands in the type that an object becomes; `undefined` if that has no place for it. */
export const counterpart = (
  way: Way,
  type: string,
  there: string,
  { type: of, element }: NamedElement,
): Counterpart | undefined => {
  const { elements } = way.to;
  const renamed = placesOf(way, `${type}.${element.name}`);
  for (const place of renamed) {
    const [parent, name] = place === `${type}.${element.name}` ? [there, element.name] : lastDot(place);
    const info = elements.elementsOf(parent).find((one) => one.name === name);
    const types = info?.types.includes(of) ? [of] : (info?.types ?? []);
    for (const other of types) {
      if (other !== of && (element.isChoice || info?.isChoice)) continue;
      const manner = mannerBetween(way, `${type}.${element.name}`, of, other);
      if (info !== undefined && manner !== undefined) {
        return {
          path: `${parent}.${name}`,
          ...(GROUPS.has(parent) && parent !== there && { group: lastDot(parent)[1] }),
          name: info.isChoice ? choiceName(name, other) : name,
          element: info,
          manner,
        };
      }
    }
  }
  return undefined;
};

/** Whether an element of R4 is a group of elements that stand on their own in R5. */
export const isGroup = (way: Way, path: string): boolean => way !== DOWN && GROUPS.has(path);

/** Whether an element of R4 only repeats what R5 says elsewhere. */
export const isRepeated = (way: Way, path: string): boolean => way !== DOWN && REPEATED.has(path);
