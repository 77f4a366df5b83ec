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
const groupName = ({ title, id }: RecordGroup): string => stated(title) ?? id.value;

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

/** The counts of a table's groups by their ids. */
const countsIn = (denominators: readonly Denominator[]) =>
  Map.groupBy(
    denominators.flatMap(({ units, counts }) => counts.map(({ group, value }) => ({ group, units, value }))),
    ({ group }) => group.value,
  );

/** Tells a record's groups apart. */
export const resultGroups = ({ makeId }: StudyContext, results: Results): ResultGroups => {
  const byKey = new Map<string, ResultGroup>();
  const ofMember = new Map<RecordGroup, ResultGroup>();
  const ofKey = (respect: Respect, key: readonly [name: string, ...string[]]): ResultGroup => {
    const joined = JSON.stringify([respect, ...key]);
    const found = byKey.get(joined);
    if (found !== undefined) return found;
    const id = makeId(`${key[0]} ${respect}`, ['Group', 'result', respect, ...key]);
    const made: ResultGroup = { id, members: [], named: [], counts: [] };
    byKey.set(joined, made);
    return made;
  };
  for (const { respect, groups, denominators } of tablesOf(results)) {
    const seen = new Map<string, number>();
    const counted = countsIn(denominators);
    const count = (group: ResultGroup, id: string): void => {
      for (const { group: named, ...one } of counted.get(id) ?? []) {
        group.named.push(named);
        group.counts.push(one);
      }
      counted.delete(id);
    };
    for (const member of groups) {
      const key = [groupName(member), stated(member.description) ?? ''] as const;
      const joined = JSON.stringify(key);
      const before = seen.get(joined) ?? 0;
      seen.set(joined, before + 1);
      // Two groups of one table are never the same people, whatever they are called.
      const group = ofKey(respect, before === 0 ? key : [...key, String(before)]);
      group.members.push(member);
      ofMember.set(member, group);
      count(group, member.id.value);
    }
    // A group that is counted but not explained is known by its id alone.
    for (const id of [...counted.keys()]) count(ofKey(respect, [id, 'id']), id);
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
  const [first] = members;
  const name = first ? groupName(first) : (group.named[0]?.value ?? id);
  const description = first && stated(first.description);
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
