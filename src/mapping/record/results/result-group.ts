import type { Group, GroupCharacteristic, Reference } from 'fhir/r5.js';
import { exact } from '../../../fhir/content.ts';
import { narrative, paragraph } from '../../../fhir/narrative.ts';
import { type Fact, NOT_STATED, type Stated, stated } from '../../../model/fact.ts';
import type { Denominator, Group as RecordGroup, Results } from '../../../model/record/results.ts';
import { claims } from '../../context.ts';
import type { StudyContext } from '../../study-context.ts';
import { isPeople, reportedQuantity } from './quantity.ts';
import { writtenCount } from './written-number.ts';

/** How many of a group there are, in one unit. */
interface Count {
  readonly units: Stated<string>;
  readonly value: Fact<string>;
}

/** A group in every place of the record that tells of it in the same respect. */
interface ResultGroup {
  readonly id: string;
  readonly members: RecordGroup[];
  /** Where else the record names it by its id. */
  readonly named: Fact<string>[];
  readonly counts: Count[];
}

/** In what respect people are told of. */
type Respect = 'participant flow' | 'baseline' | 'outcome' | 'adverse events';

/** The groups of a record's results; an outcome's group is that of another outcome with the same title and description. */
export interface ResultGroups {
  readonly reference: (group: RecordGroup) => Reference;
  readonly all: readonly ResultGroup[];
}

/** What a group is called. */
export const groupName = ({ title, id }: RecordGroup): string => stated(title) ?? id.value;

const tablesOf = ({ flow, baseline, outcomes, adverseEvents }: Results) => [
  { respect: 'participant flow' as const, groups: flow?.groups ?? [], denominators: [] },
  {
    respect: 'baseline' as const,
    groups: baseline?.groups ?? [],
    denominators: baseline?.denominators ?? [],
  },
  ...outcomes.map(({ groups }) => ({ respect: 'outcome' as const, groups, denominators: [] })),
  { respect: 'adverse events' as const, groups: adverseEvents?.groups ?? [], denominators: [] },
];

const count = (group: ResultGroup, id: string, denominators: readonly Denominator[]): void => {
  for (const { units, counts } of denominators)
    for (const one of counts)
      if (one.group.value === id) {
        group.named.push(one.group);
        group.counts.push({ units, value: one.value });
      }
};

/** Tells a record's groups apart. */
export const resultGroups = ({ makeId }: StudyContext, results: Results): ResultGroups => {
  const byKey = new Map<string, ResultGroup>();
  const ofMember = new Map<RecordGroup, ResultGroup>();
  const ofKey = (respect: Respect, key: readonly string[], member: RecordGroup): ResultGroup => {
    const joined = JSON.stringify([respect, ...key]);
    const found = byKey.get(joined);
    if (found !== undefined) return found;
    const id = makeId(`${groupName(member)} ${respect}`, ['Group', 'result', respect, ...key]);
    const made: ResultGroup = { id, members: [], named: [], counts: [] };
    byKey.set(joined, made);
    return made;
  };
  for (const { respect, groups, denominators } of tablesOf(results)) {
    const seen = new Map<string, number>();
    for (const member of groups) {
      const key = [groupName(member), stated(member.description) ?? ''];
      const joined = JSON.stringify(key);
      const before = seen.get(joined) ?? 0;
      seen.set(joined, before + 1);
      // Two groups of one table are never the same people, whatever they are called.
      const group = ofKey(respect, before === 0 ? key : [...key, String(before)], member);
      group.members.push(member);
      ofMember.set(member, group);
      count(group, member.id.value, denominators);
    }
  }
  return {
    reference: (member) => ({ reference: `Group/${ofMember.get(member)?.id}` }),
    all: [...byKey.values()],
  };
};

const identifiers = (context: StudyContext, { members, named }: ResultGroup): Group['identifier'] => {
  const facts = [...members.map(({ id }) => id), ...named];
  return [...Map.groupBy(facts, ({ value }) => value)].map(([value, same]) => ({
    value,
    _value: context.on(...same),
  }));
};

const peopleIn = (counts: readonly Count[]): Count | undefined =>
  counts.find(
    ({ units, value }) =>
      isPeople(stated(units) ?? 'Participants') && writtenCount(value.value) !== undefined,
  );

const enumerated = (context: StudyContext, { units, value }: Count): Partial<Group> => ({
  quantity: exact(value.value),
  _quantity: context.on(value),
  ...(units !== NOT_STATED && { code: { text: units.value, _text: context.on(units) } }),
});

/** How many there are in other units than people, such as eyes. */
const otherUnits = (context: StudyContext, { units, value }: Count): GroupCharacteristic => ({
  code: units === NOT_STATED ? { text: 'units' } : { text: units.value, _text: context.on(units) },
  valueQuantity: reportedQuantity(context, value, stated(units)),
  exclude: false,
});

/** A group as its results tell of it: https://hl7.org/fhir/R5/group.html */
export const resultGroup = (context: StudyContext, group: ResultGroup): Group => {
  const { id, members, counts } = group;
  const [first] = members as [RecordGroup, ...RecordGroup[]];
  const name = groupName(first);
  const description = stated(first.description);
  const counted = peopleIn(counts);
  const others = counts.filter((one) => one !== counted);
  const title = context.on(...members.map((member) => member.title));
  return {
    resourceType: 'Group',
    id,
    ...claims('trial-group'),
    ...narrative(paragraph(name), ...(description === undefined ? [] : [paragraph(description)])),
    identifier: identifiers(context, group),
    type: 'person',
    membership: counted === undefined ? 'definitional' : 'enumerated',
    name,
    ...('extension' in title && { _name: title }),
    ...(description !== undefined && {
      description,
      _description: context.on(...members.map((member) => member.description)),
    }),
    ...(counted && enumerated(context, counted)),
    ...(others.length > 0 && { characteristic: others.map((one) => otherUnits(context, one)) }),
  };
};
