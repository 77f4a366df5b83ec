import { random } from '../../random.ts';
import type { Instance } from './instances.ts';
import type { Operator } from './operator.ts';

/** An instance with one fault, and the name of the operator that put it there. */
export interface Mutant extends Instance {
  readonly operator: string;
}

/** So many mutants of an operator, or as many as it finds places for, each of another instance. */
export const mutants = (
  operator: string,
  apply: Operator,
  instances: readonly Instance[],
  count: number,
  seed: string,
): readonly Mutant[] => {
  const { below } = random(`${seed} ${operator}`);
  const left = [...instances];
  const made: Mutant[] = [];
  while (left.length > 0 && made.length < count) {
    const [instance] = left.splice(below(left.length), 1);
    const resource = JSON.parse(instance!.text);
    const changed = apply(resource, random(`${seed} ${operator} ${instance!.name}`));
    if (changed === false) continue;
    const text = changed === true ? JSON.stringify(resource) : changed;
    if (text !== instance!.text) made.push({ operator, name: instance!.name, text });
  }
  return made;
};
