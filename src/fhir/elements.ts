import { elementTable } from './element-table.ts';

/** The elements of R5's types. */
export const R5 = elementTable(new URL('../../profiles/generated/elements.json', import.meta.url));

/** The elements of a type or backbone element of R5 (`Patient`, `Patient.contact`), in order; none of what is unknown. */
export const elementsOf = R5.elementsOf;

/** The elements of a type of R5 by the names that JSON and XML have for them, in order; a choice stands there once a type. */
export const namedElements = R5.namedElements;

/** The element that JSON calls so in a type of R5: `valueQuantity` of `Observation` is `value` as a Quantity. */
export const element = R5.element;

/** The kind of a type or backbone element; undefined if R5 has no such type. */
export const kindOf = R5.kindOf;

/** Whether there are resources of this type; there are none of abstract types like `DomainResource`. */
export const isResourceType = R5.isResourceType;

/** The type that a type of R5 specialises: `Quantity` of `Age`, `BackboneElement` of `Patient.contact`. */
export const baseOf = R5.baseOf;
