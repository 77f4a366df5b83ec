import { type Fact, NOT_STATED, type Stated, stated } from '../../../model/fact.ts';
import type { Arm } from '../../../model/record/protocol.ts';
import type { Group } from '../../../model/record/results.ts';
import { factOf } from '../../located/get.ts';
import type { Located } from '../../located/tree.ts';
import type { Dialect } from '../dialect.ts';
import type { Name } from '../names.ts';

const OLDER = /^(?<kind>[A-Z])(?<number>\d{1,3})$/;

/** A group's id as the API writes it: the older XML's O1 is OG000. */
const apiId = (written: string): string => {
  const { kind, number } = OLDER.exec(written)?.groups ?? {};
  if (kind === undefined) return written;
  return `${kind === 'P' ? 'F' : kind}G${String(Number(number) - 1).padStart(3, '0')}`;
};

/** The id of the group that something is said of. */
export const groupOf = (dialect: Dialect, node: Located | undefined, name: Name): Stated<string> => {
  const found = dialect.at(node, name);
  if (dialect.format === 'json' || found === undefined || found.words === '') return dialect.text(node, name);
  return factOf(found, apiId(found.words));
};

/** A group whose people's results are told; its arm is the planned one with the very same name. */
export const groupsIn = (
  dialect: Dialect,
  nodes: readonly Located[],
  arms: readonly Arm[],
): readonly Group[] =>
  nodes.flatMap((node) => {
    const id = groupOf(dialect, node, 'groupId');
    if (id === NOT_STATED) return [];
    const title = dialect.text(node, 'groupTitle');
    const name = stated(title);
    return [
      {
        id,
        title,
        description: dialect.markdown(node, 'groupDescription'),
        arm: arms.find((arm) => arm.name.value === name)?.key,
      },
    ];
  });

/** What is said of a group, with its id; nothing where it is said of none. */
export const ofGroup = <T>(
  dialect: Dialect,
  nodes: readonly Located[],
  name: Name,
  read: (group: Fact<string>, node: Located) => T,
): readonly T[] =>
  nodes.flatMap((node) => {
    const group = groupOf(dialect, node, name);
    return group === NOT_STATED ? [] : [read(group, node)];
  });
