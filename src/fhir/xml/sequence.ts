import type { ElementInfo, ElementTable, NamedElement } from '../element-table.ts';

interface Fault {
  readonly rule: 'xml-order' | 'xml-repeated' | 'xml-choice';
  readonly text: string;
}

/** Follows the child elements of a type one by one, and tells where they leave its definition's order and cardinality. */
export const sequence = (
  { elementsOf }: ElementTable,
  type: string,
): ((child: NamedElement) => Fault | undefined) => {
  const order = elementsOf(type);
  const names = new Map<ElementInfo, string>();
  let last = 0;
  return ({ name, element }) => {
    const before = names.get(element);
    names.set(element, name);
    if (before !== undefined && !element.repeats) {
      return before === name
        ? { rule: 'xml-repeated', text: `${name} can be there only once` }
        : { rule: 'xml-choice', text: `Only one of ${before}, ${name} can be there` };
    }
    const place = order.indexOf(element);
    if (place < last) {
      return {
        rule: 'xml-order',
        text: `${name} stands after ${order[last]!.name}, and ${type} has it before`,
      };
    }
    last = place;
    return undefined;
  };
};
