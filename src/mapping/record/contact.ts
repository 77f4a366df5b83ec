import type { Address, ContactPoint, Element, ExtendedContactDetail, Extension } from 'fhir/r5.js';
import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Contact } from '../../model/record/record.ts';
import { filled } from '../filled.ts';
import type { RecordContext } from './context.ts';
import { worded } from './said.ts';

const PHONE_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/contactpoint-extension';

const dialled = (context: RecordContext, { phone, phoneExtension }: Contact): Element => {
  const extension: Extension[] =
    phoneExtension === NOT_STATED
      ? []
      : [
          {
            url: PHONE_EXTENSION,
            valueString: phoneExtension.value,
            _valueString: context.on(phoneExtension),
          },
        ];
  return { extension: [...(context.on(phone).extension ?? []), ...extension] };
};

const telecom = (context: RecordContext, contact: Contact): ContactPoint[] => {
  const { phone, phoneExtension, email } = contact;
  return [
    ...(phone === NOT_STATED && phoneExtension === NOT_STATED
      ? []
      : [
          {
            system: 'phone' as const,
            ...(phone !== NOT_STATED && { value: phone.value }),
            _value: dialled(context, contact),
          },
        ]),
    ...(email === NOT_STATED ? [] : [{ system: 'email' as const, ...context.primitive('value', email) }]),
  ];
};

const address = (context: RecordContext, { address, city, postalCode, country }: Contact): Address => {
  const isInParts = [city, postalCode, country].some((part) => part !== undefined && part !== NOT_STATED);
  return {
    ...(isInParts && address !== NOT_STATED
      ? { line: [address.value], _line: [context.on(address)] }
      : context.primitive('text', address)),
    ...context.primitive('city', city ?? NOT_STATED),
    ...context.primitive('postalCode', postalCode ?? NOT_STATED),
    ...context.primitive('country', country ?? NOT_STATED),
  };
};

/** How to reach someone, but not who it is; empty where nothing is said. */
export const reach = (context: RecordContext, contact: Contact): readonly ExtendedContactDetail[] => {
  const where = address(context, contact);
  const detail = {
    ...filled('telecom', telecom(context, contact)),
    ...(Object.keys(where).length > 0 && { address: where }),
  };
  return Object.keys(detail).length > 0 ? [detail] : [];
};

const organization = (context: RecordContext, affiliation: Stated<string>) =>
  affiliation === NOT_STATED ? {} : { organization: context.primitive('display', affiliation) };

/** Whom to contact and how (https://hl7.org/fhir/R5/metadatatypes.html#ExtendedContactDetail); empty where nothing is said. */
export const contactDetail = (context: RecordContext, contact: Contact): readonly ExtendedContactDetail[] => {
  const detail = {
    ...(contact.role !== NOT_STATED && { purpose: worded(context, contact.role) }),
    ...(contact.name !== NOT_STATED && { name: [context.primitive('text', contact.name)] }),
    ...reach(context, contact)[0],
    ...organization(context, contact.affiliation),
  };
  return Object.keys(detail).length > 0 ? [detail] : [];
};
