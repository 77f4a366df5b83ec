import { elementDefinition, targetTypes } from '../definitions.ts';
import { type Operator, type Operators, onObject, onSite, onType } from '../operator.ts';
import { isObject, type JsonObject, replace, type Site, values } from '../sites.ts';

const literal = /^([A-Z]\w+)\//;

/** Rewrites what a literal reference says. */
const referring = (...texts: readonly string[]): Operator =>
  onType('Reference', (reference, random) => {
    if (!literal.test(String(reference.reference))) return false;
    delete reference.type;
    reference.reference = random.pick(texts);
    return true;
  });

const targets = ({ owner, element }: Site): readonly string[] =>
  targetTypes(elementDefinition(owner, element.name));

const NEVER = ['VerificationResult', 'Slot', 'Binary', 'Linkage'];

const notAllowed = (site: Site): string | undefined => {
  const allowed = targets(site);
  return allowed.length === 0 ? undefined : NEVER.find((type) => !allowed.includes(type));
};

const containedIn = (resource: JsonObject): readonly JsonObject[] =>
  Array.isArray(resource.contained) ? resource.contained.filter(isObject) : [];

const CONTAINED = { resourceType: 'Organization', id: 'contained-1', name: 'A sponsor' };

/** Takes an element that refers to organisations, or may, and lets it refer to a contained one. */
const withContained = (change: (contained: JsonObject, resource: JsonObject) => unknown): Operator =>
  onSite(
    (site) =>
      site.type === 'Reference' &&
      (targets(site).length === 0 || targets(site).includes('Organization')) &&
      !site.key.startsWith('contained'),
    (site, _, resource) => {
      if (resource.contained !== undefined || resource.resourceType === 'Bundle') return false;
      const organization = structuredClone(CONTAINED) as JsonObject;
      replace(site, { reference: '#contained-1' });
      resource.contained = [organization];
      return change(organization, resource);
    },
  );

const onContained = (change: (contained: JsonObject, resource: JsonObject) => unknown): Operator => {
  const added = withContained(change);
  return (resource, random) => {
    const own = random.pick(containedIn(resource));
    return own === undefined ? added(resource, random) : change(own, resource) !== false;
  };
};

/** Faults in references and contained resources: https://hl7.org/fhir/R5/references.html */
export const REFERENCES: Operators = {
  'fragment that leads nowhere': onType('Reference', (reference) => {
    delete reference.type;
    reference.reference = '#no-such-id';
  }),
  'fragment left without its contained resource': onObject(
    (value, { type }) => type === 'Reference' && /^#./.test(String(value.reference)),
    (value) => {
      value.reference = `${value.reference}x`;
    },
  ),
  'type that disagrees': onType('Reference', (reference, _, site) => {
    const named = literal.exec(String(reference.reference))?.[1];
    if (named === undefined) return false;
    reference.type = targets(site).find((type) => type !== named) ?? (named === 'Group' ? 'Device' : 'Group');
    return true;
  }),
  'type that agrees': onType('Reference', (reference) => {
    const named = literal.exec(String(reference.reference))?.[1];
    if (named === undefined) return false;
    reference.type = named;
    return true;
  }),
  'type that is no resource': onType('Reference', (reference, random) => {
    reference.type = random.pick([
      'Trial',
      'HumanName',
      'http://hl7.org/fhir/StructureDefinition/Group',
      'Resource',
    ]);
  }),
  'type alone that is not allowed': onType('Reference', (_, __, site) => {
    const type = notAllowed(site);
    return type !== undefined && replace(site, { type, display: 'something' });
  }),
  'reference to a type that is not allowed': onType('Reference', (_, __, site) => {
    const type = notAllowed(site);
    return type !== undefined && replace(site, { reference: `${type}/x` });
  }),
  'absolute reference to a type that is not allowed': onType('Reference', (_, __, site) => {
    const type = notAllowed(site);
    return type !== undefined && replace(site, { reference: `http://trials.test/fhir/${type}/x` });
  }),
  'reference to another allowed type': onType('Reference', (_, random, site) => {
    const type = random.pick(targets(site));
    return type !== undefined && replace(site, { reference: `${type}/other` });
  }),
  'reference to no resource type': referring('Trial/1', 'group/1', 'HumanName/1'),
  'reference of another form': referring(
    'Group',
    'Group/',
    '/Group/1',
    'Group 1',
    'Group/1/2',
    'Group/a_b',
    'words',
    'Group/1/_history',
    'Group/1/_history/',
    '../Group/1',
    'Group/a%20b',
  ),
  'reference with white space': referring('Group/ 1', ' Group/1', 'Group/1 '),
  'reference with a version': referring('Group/1/_history/2', 'http://trials.test/fhir/Group/1/_history/2'),
  'conditional reference': referring('Group?identifier=a|b', 'Group?name=x'),
  'reference with a search that names nothing': referring('Trial?identifier=a', '?identifier=a'),
  'reference by bad uuid': referring(
    'urn:uuid:1',
    'urn:uuid:C757873D-EC9A-4326-A141-556F43239520',
    'urn:uuid:',
  ),
  'reference by bad oid': referring('urn:oid:1.02', 'urn:oid:', 'urn:oid:9.1'),
  'reference by uuid': referring('urn:uuid:c757873d-ec9a-4326-a141-556f43239520'),
  'reference to an address of another kind': referring(
    'http://trials.test/page',
    'https://trials.test/Group',
    'ftp://trials.test/Group/1',
    'mailto:a@trials.test',
  ),
  'reference with a fragment': referring('Group/1#x', 'http://trials.test/fhir/Group/1#x'),
  'reference of words only': onType('Reference', (_, __, site) => replace(site, { display: 'words' })),
  'reference of an identifier only': onType('Reference', (_, __, site) =>
    replace(site, { identifier: { system: 'http://trials.test', value: 'x' } }),
  ),
  'reference of a type only': onType('Reference', (_, random, site) =>
    replace(site, { type: random.pick(targets(site)) ?? 'Group' }),
  ),
  'reference of an extension only': onType('Reference', (_, __, site) =>
    replace(site, { extension: [{ url: 'http://trials.test/fhir/note', valueString: 'x' }] }),
  ),
  'reference as a string': onType('Reference', (reference, _, site) =>
    replace(site, String(reference.reference)),
  ),
  'CodeableReference with neither': onSite(
    ({ type }) => type === 'CodeableReference',
    (site) => replace(site, { id: 'x' }),
  ),
  'CodeableReference as a Reference': onSite(
    ({ type }) => type === 'CodeableReference',
    (site) => replace(site, { reference: 'Group/1' }),
  ),
  'CodeableReference to a type that is not allowed': onSite(
    ({ type }) => type === 'CodeableReference',
    (site) => {
      const type = notAllowed(site);
      return type !== undefined && replace(site, { reference: { reference: `${type}/x` } });
    },
  ),
  'canonical fragment that leads nowhere': onSite(
    ({ type }) => type === 'canonical',
    (site) => replace(site, '#no-such-id'),
  ),
  'contained resource': withContained(() => true),
  'contained resource that is not referred to': (resource) => {
    if (resource.resourceType === 'Bundle' || resource.resourceType === 'Binary') return false;
    resource.contained = [...containedIn(resource), { ...CONTAINED, id: 'orphan' }];
    return true;
  },
  'contained resource without an id': (resource) => {
    if (resource.resourceType === 'Bundle') return false;
    resource.contained = [...containedIn(resource), { resourceType: 'Organization', name: 'x' }];
    return true;
  },
  'contained resource whose id has a hash': onContained((contained, resource) => {
    if (typeof contained.id !== 'string') return false;
    contained.id = `#${contained.id}`;
    return resource;
  }),
  'contained resource that stands twice': onContained((contained, resource) => {
    resource.contained = [...containedIn(resource), structuredClone(contained)];
  }),
  'two contained resources with one id': onContained((contained, resource) => {
    resource.contained = [...containedIn(resource), { resourceType: 'Practitioner', id: contained.id }];
  }),
  'contained resource in a contained one': onContained((contained) => {
    contained.contained = [{ ...CONTAINED, id: 'inner' }];
  }),
  'contained resource with a version': onContained((contained) => {
    contained.meta = { versionId: '1' };
  }),
  'contained resource with the time of its change': onContained((contained) => {
    contained.meta = { lastUpdated: '2020-01-01T00:00:00Z' };
  }),
  'contained resource with a security label': onContained((contained) => {
    contained.meta = {
      security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'N' }],
    };
  }),
  'contained resource with a narrative': onContained((contained) => {
    contained.text = { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div>' };
  }),
  'contained resource with an unknown property': onContained((contained) => {
    contained.unknownProperty = 'x';
  }),
  'contained resource without its type': onContained((contained) => delete contained.resourceType),
  'contained resource of an unknown type': onContained((contained) => {
    contained.resourceType = 'Trial';
  }),
  'contained resource of a type that is not allowed': withContained((contained) => {
    Object.assign(contained, { resourceType: 'Slot', status: 'free' });
    contained.schedule = { reference: 'Schedule/1' };
    contained.start = '2020-01-01T00:00:00Z';
    contained.end = '2020-01-01T01:00:00Z';
    delete contained.name;
  }),
  'contained resource that another contained one refers to': withContained((contained, resource) => {
    contained.partOf = { reference: '#contained-2' };
    resource.contained = [contained, { ...CONTAINED, id: 'contained-2' }];
  }),
  'contained resources that refer to one another only': (resource) => {
    if (resource.resourceType === 'Bundle') return false;
    resource.contained = [
      ...containedIn(resource),
      { ...CONTAINED, id: 'one', partOf: { reference: '#two' } },
      { ...CONTAINED, id: 'two', partOf: { reference: '#one' } },
    ];
    return true;
  },
  'contained resource that refers to what contains it': (resource) => {
    if (resource.resourceType === 'Bundle' || resource.resourceType === 'Organization') return false;
    resource.contained = [
      ...containedIn(resource),
      { resourceType: 'Basic', id: 'basic', code: { text: 'x' }, subject: { reference: '#' } },
    ];
    return true;
  },
  'contained resource in an object': onContained((contained, resource) => {
    resource.contained = contained;
  }),
  'reference within a list emptied': onSite(
    (site) => site.type === 'Reference' && values(site).length > 1,
    (site) => replace(site, {}),
  ),
};
