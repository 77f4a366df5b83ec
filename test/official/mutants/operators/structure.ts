import { elementsOf, kindOf } from '../../../../src/fhir/elements.ts';
import { type Operators, onObject, onSite } from '../operator.ts';
import { isObject, isPrimitive, type JsonObject, listed, replace, type Site, values } from '../sites.ts';

const isComplex = (site: Site): boolean => kindOf(site.type) === 'complex';

const isBackbone = (_: JsonObject, site: Site): boolean => site.type.includes('.');

const isDataType = (_: JsonObject, site: Site): boolean => isComplex(site) && !site.type.includes('.');

const isKept = ({ key }: Site): boolean => key !== 'id' && key !== 'resourceType';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const rename = ({ holder, key }: Site, name: string): boolean => {
  if (name === key || Object.hasOwn(holder, name)) return false;
  holder[name] = holder[key];
  delete holder[key];
  return true;
};

/** Faults in the shape of the JSON: https://hl7.org/fhir/R5/json.html */
export const STRUCTURE: Operators = {
  'unknown property of the resource': (resource) => {
    resource.unknownProperty = 'x';
    return true;
  },
  'unknown property of a backbone element': onObject(isBackbone, (value) => {
    value.unknownProperty = 1;
  }),
  'unknown property of a data type': onObject(isDataType, (value) => {
    value.unknownProperty = true;
  }),
  'name of a property in other case': onSite(isKept, (site) => rename(site, capital(site.key))),
  'name of a property cut short': onSite(isKept, (site) => rename(site, site.key.slice(0, -1))),
  'comments as of DSTU2': (resource) => {
    resource.fhir_comments = ['a comment'];
    return true;
  },
  'required element left out': onSite(
    ({ element }) => element.min > 0,
    ({ holder, key }) => delete holder[key],
  ),
  'any element left out': onSite(isKept, ({ holder, key }) => delete holder[key]),
  'second value of a choice': onSite(
    ({ element }) => element.isChoice && element.types.length > 1,
    ({ holder, key, element }, random) => {
      const name = random.pick(['Boolean', 'String', 'Quantity', 'Reference', 'CodeableConcept', 'DateTime']);
      const other = element.types.find((type) => capital(type) === name) ?? element.types.at(-1)!;
      const added = element.name + capital(other);
      if (added === key) return false;
      holder[added] = kindOf(other) === 'primitive' ? (other === 'boolean' ? true : 'x') : { id: 'x' };
      return true;
    },
  ),
  'second value of a choice, of the same kind': onSite(
    ({ element, key }) => element.isChoice && element.types.length > 1 && !key.endsWith('String'),
    ({ holder, element }) => {
      if (!element.types.includes('string')) return false;
      holder[`${element.name}String`] = 'also words';
      return true;
    },
  ),
  'type a choice does not have': onSite(
    ({ element }) => element.isChoice,
    (site) => !site.element.types.includes('Address') && rename(site, `${site.element.name}Address`),
  ),
  'choice without its type': onSite(
    ({ element }) => element.isChoice,
    (site) => rename(site, site.element.name),
  ),
  'empty array': onSite(
    ({ element }) => element.repeats,
    ({ holder, key }) => {
      holder[key] = [];
    },
  ),
  'empty array of an absent element': onObject(
    () => true,
    (value, _, { type }) => {
      const absent = elementsOf(type).find(({ name, repeats }) => repeats && !Object.hasOwn(value, name));
      if (absent === undefined) return false;
      value[absent.name] = [];
      return true;
    },
  ),
  'empty object': onSite(isComplex, (site) => replace(site, {})),
  'empty object as a further item': onSite(
    (site) => isComplex(site) && site.element.repeats,
    ({ holder, key }) => {
      holder[key] = [...listed(holder[key]), {}];
    },
  ),
  'null for a value': onSite(isKept, ({ holder, key }) => {
    holder[key] = null;
  }),
  'null in a list of objects': onSite(
    (site) => site.element.repeats && !isPrimitive(site),
    ({ holder, key }) => {
      holder[key] = [...listed(holder[key]), null];
    },
  ),
  'null in a list of primitives': onSite(
    (site) => site.element.repeats && isPrimitive(site),
    ({ holder, key }) => {
      holder[key] = [...listed(holder[key]), null];
    },
  ),
  'array for a single value': onSite(
    ({ element, key }) => !element.repeats && key !== 'id',
    ({ holder, key }) => {
      holder[key] = [holder[key]];
    },
  ),
  'two values for a single one': onSite(
    ({ element, key }) => !element.repeats && key !== 'id',
    ({ holder, key }) => {
      holder[key] = [holder[key], holder[key]];
    },
  ),
  'single value for an array': onSite(
    ({ element }) => element.repeats,
    ({ holder, key }) => {
      holder[key] = listed(holder[key])[0];
    },
  ),
  'list in a list': onSite(
    ({ element }) => element.repeats,
    ({ holder, key }) => {
      holder[key] = [holder[key]];
    },
  ),
  'item stands twice': onSite(
    ({ element }) => element.repeats,
    (site) => {
      site.holder[site.key] = [...values(site), structuredClone(values(site)[0])];
    },
  ),
  'items in other order': onSite(
    (site) => values(site).length > 1,
    (site) => {
      site.holder[site.key] = values(site).toReversed();
    },
  ),
  'string for an object': onSite(isComplex, (site) => replace(site, 'words')),
  'object for a primitive': onSite(
    (site) => isPrimitive(site) && isKept(site),
    (site) => replace(site, { value: values(site)[0] }),
  ),
  'resource type inside a data type': onObject(isDataType, (value, _, { type }) => {
    value.resourceType = type;
  }),
  'resource type inside a backbone element': onObject(isBackbone, (value) => {
    value.resourceType = 'Group';
  }),
  'unknown resource type': (resource) => {
    resource.resourceType = 'Trial';
    return true;
  },
  'other resource type': (resource) => {
    resource.resourceType = resource.resourceType === 'Appointment' ? 'Account' : 'Appointment';
    return true;
  },
  'no resource type': (resource) => delete resource.resourceType,
  'abstract resource type': (resource) => {
    resource.resourceType = 'DomainResource';
    return true;
  },
  'element of another type of resource': (resource) => {
    const added = resource.resourceType === 'Patient' ? 'valueQuantity' : 'birthDate';
    if (elementsOf(String(resource.resourceType)).some(({ name }) => name === added)) return false;
    resource[added] = '2020-01-01';
    return true;
  },
  'duplicate key': (resource) => {
    const [key] = Object.keys(resource).filter((name) => name !== 'resourceType');
    if (key === undefined) return false;
    return JSON.stringify(resource).replace(
      /\}$/,
      `,${JSON.stringify(key)}:${JSON.stringify(resource[key])}}`,
    );
  },
  'duplicate key inside': (resource) => {
    const text = JSON.stringify(resource);
    const twice = text.replace(/"(code|display|text|system|value|reference)":("[^"\\]*")/, '$&,$&');
    return twice !== text && twice;
  },
  'comma at the end': (resource) => JSON.stringify(resource).replace(/\}$/, ',}'),
  'comma left out': (resource) => {
    const text = JSON.stringify(resource);
    const cut = text.replace(/","/, '" "');
    return cut !== text && cut;
  },
  'text after the resource': (resource) => `${JSON.stringify(resource)} x`,
  'text cut off': (resource) => JSON.stringify(resource).slice(0, -1),
  'property without quotes': (resource) => JSON.stringify(resource).replace('"resourceType"', 'resourceType'),
  'properties in other order': (resource) => {
    const entries = Object.entries(resource).toReversed();
    for (const [key] of entries) delete resource[key];
    Object.assign(resource, Object.fromEntries(entries));
    return true;
  },
  'resource in a list': (resource) => JSON.stringify([resource]),
  'extras beside an object': onSite(
    (site) => !isPrimitive(site) && isKept(site) && isObject(values(site)[0]),
    ({ holder, key }) => {
      holder[`_${key}`] = { id: 'x' };
    },
  ),
};
