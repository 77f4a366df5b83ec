import { elementsOf } from '../../../../src/fhir/elements.ts';
import { type Operator, type Operators, onObject, onSite, onType } from '../operator.ts';
import { isObject, type JsonObject, type Site } from '../sites.ts';
import { add } from '../synthesis.ts';

const put = (type: string, value: JsonObject, ...without: readonly string[]): Operator =>
  onType(type, (holder) => {
    Object.assign(holder, structuredClone(value));
    for (const name of without) delete holder[name];
  });

const isResource = ({ type }: Site): boolean => /^[A-Z]\w+$/.test(type);

const absent = (holder: JsonObject, owner: string) =>
  elementsOf(owner).filter(
    ({ name, types, isChoice }) =>
      types[0] !== 'Resource' &&
      !['extension', 'modifierExtension', 'meta', 'implicitRules', 'language', 'id', 'text'].includes(name) &&
      !Object.keys(holder).some((key) => (isChoice ? key.startsWith(name) : key === name)),
  );

/** Adds elements that the definitions allow; whether invariants do is for the judges to say. */
const grown: Operator = (resource, random) => {
  const owner = String(resource.resourceType);
  const element = random.pick(absent(resource, owner));
  return element !== undefined && add(resource, owner, element, random);
};

const root =
  (types: RegExp, change: (resource: JsonObject) => unknown): Operator =>
  (resource) =>
    types.test(String(resource.resourceType)) && change(resource) !== false;

const CANONICAL =
  /^(?:ActivityDefinition|Citation|Evidence|EvidenceReport|EvidenceVariable|PlanDefinition|Library|Questionnaire|ValueSet|CodeSystem|Measure)$/;

/** Faults against invariants: https://hl7.org/fhir/R5/conformance-rules.html#constraints */
export const INVARIANTS: Operators = {
  'further element of the resource': grown,
  'further element inside': onObject(
    (_, { type }) => type.includes('.'),
    (value, random, { type }) => {
      const element = random.pick(absent(value, type));
      return element !== undefined && add(value, type, element, random);
    },
  ),
  'further element of a data type': onObject(
    (_, site) =>
      isResource(site) &&
      elementsOf(site.type).length > 3 &&
      !/^(?:Extension|Narrative|Meta)$/.test(site.type),
    (value, random, { type }) => {
      const element = random.pick(absent(value, type));
      return element !== undefined && add(value, type, element, random);
    },
  ),
  'element of a data type left out': onSite(
    ({ owner, key }) => /^[A-Z][a-z]\w+$/.test(owner) && key !== 'id' && key !== 'resourceType',
    ({ holder, key }) => delete holder[key],
  ),
  'Period reversed': put('Period', { start: '2021-01-01', end: '2020-01-01' }),
  'Period of one day': put('Period', { start: '2021-01-01', end: '2021-01-01' }),
  'Period of times and dates': onType('Period', (period, random) => {
    Object.assign(
      period,
      random.pick([
        { start: '2021-01-01T10:00:00Z', end: '2021-01-01' },
        { start: '2021-01-01T10:00:00+02:00', end: '2021-01-01T09:00:00Z' },
        { start: '2021-01-01T10:00:00Z', end: '2021-01-01T11:00:00+02:00' },
        { start: '2021-05', end: '2021-05-02' },
        { start: '2021-05-02', end: '2021-05' },
        { start: '2021-06-02', end: '2021-05' },
        { start: '2021', end: '2020-12-31' },
      ]),
    );
  }),
  'Range reversed': onType('Range', (range) => {
    const unit = { unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' };
    Object.assign(range, { low: { value: 9, ...unit }, high: { value: 1, ...unit } });
  }),
  'Range reversed, without units': put('Range', { low: { value: 9 }, high: { value: 1 } }),
  'Range of different units': onType('Range', (range) => {
    const system = 'http://unitsofmeasure.org';
    Object.assign(range, { low: { value: 1, system, code: 'g' }, high: { value: 900, system, code: 'mg' } });
  }),
  'Range with a comparator': put('Range', { low: { value: 1, comparator: '<' } }, 'high'),
  'Quantity of a unit only': onType('Quantity', (quantity) => {
    for (const key of Object.keys(quantity)) if (key !== 'unit') delete quantity[key];
    quantity.unit = 'mg';
  }),
  'Ratio of half': onType('Ratio', (ratio) => delete ratio.denominator),
  'ContactPoint without its system': onType('ContactPoint', (point) => {
    delete point.system;
    point.value = '123';
  }),
  'Attachment of data without its type': onType('Attachment', (attachment) => {
    attachment.data = 'eA==';
    delete attachment.contentType;
  }),
  'Identifier of nothing': onType('Identifier', (identifier) => {
    for (const key of Object.keys(identifier)) delete identifier[key];
    identifier.use = 'official';
  }),
  'Identifier with a system that is not absolute': put('Identifier', { system: 'ids' }),
  'Identifier with an id of the wrong scheme': put('Identifier', {
    system: 'urn:ietf:rfc:3986',
    value: 'words',
  }),
  'Annotation without its text': onType('Annotation', (note) => delete note.text),
  'RelatedArtifact of nothing': onType('RelatedArtifact', (artifact) => {
    for (const key of Object.keys(artifact)) if (key !== 'type') delete artifact[key];
  }),
  'RelatedArtifact with both a resource and its reference': put('RelatedArtifact', {
    resource: 'http://trials.test/fhir/Library/x',
    resourceReference: { reference: 'Library/x' },
  }),
  'Timing without a unit': onSite(
    ({ type }) => type === 'Timing.repeat',
    ({ holder }) => {
      if (!isObject(holder.repeat)) return false;
      Object.assign(holder.repeat, { period: 2, periodUnit: undefined });
      return true;
    },
  ),
  'Timing of a duration below nought': put('Timing', { repeat: { duration: -1, durationUnit: 'd' } }),
  'Timing of a period below nought': put('Timing', { repeat: { period: -1, periodUnit: 'd' } }),
  'Timing of an offset without a when': put('Timing', { repeat: { offset: 3 } }),
  'Timing at a time and when': put('Timing', { repeat: { timeOfDay: ['10:00:00'], when: ['MORN'] } }),
  'Timing with an end of the count only': put('Timing', { repeat: { countMax: 3 } }),
  'Expression of nothing': onType('Expression', (expression) => {
    for (const key of Object.keys(expression)) if (key !== 'language') delete expression[key];
  }),
  'Expression with an expression and no language': onType(
    'Expression',
    (expression) => delete expression.language,
  ),
  'Expression of a bad name': put('Expression', { name: 'not a name' }),
  'Dosage with as needed twice': put('Dosage', { asNeeded: false, asNeededFor: [{ text: 'pain' }] }),
  'UsageContext without its value': onType('UsageContext', (context) => {
    for (const key of Object.keys(context)) if (key.startsWith('value')) delete context[key];
  }),
  'SampledData of letters': root(/^Observation$/, (resource) => {
    for (const key of Object.keys(resource)) if (/^value|^dataAbsent/.test(key)) delete resource[key];
    resource.valueSampledData = {
      origin: { value: 0 },
      intervalUnit: 's',
      interval: 1,
      dimensions: 1,
      data: '1 x 2',
    };
  }),
  'Signature without its time': onType('Signature', (signature) => delete signature.when),
  'canonical address with a fragment': root(CANONICAL, (resource) => {
    resource.url = 'http://trials.test/fhir/x#y';
  }),
  'canonical address with a version': root(CANONICAL, (resource) => {
    resource.url = 'http://trials.test/fhir/x|1';
  }),
  'canonical address that is not absolute': root(CANONICAL, (resource) => {
    resource.url = 'x/y';
  }),
  'name that computers cannot use': root(CANONICAL, (resource) => {
    resource.name = 'not a name!';
  }),
  'version by an unknown rule': root(CANONICAL, (resource) => {
    resource.versionAlgorithmString = 'ours';
    resource.versionAlgorithmCoding = { system: 'http://hl7.org/fhir/version-algorithm', code: 'semver' };
  }),
  'experimental resource': root(CANONICAL, (resource) => {
    resource.experimental = true;
  }),
  'Organization without name and identifier': root(/^Organization$/, (resource) => {
    delete resource.name;
    delete resource.identifier;
  }),
  'Organization at home': root(/^Organization$/, (resource) => {
    resource.contact = [{ telecom: [{ system: 'phone', value: '1', use: 'home' }] }];
  }),
  'Organization with a home address': root(/^Organization$/, (resource) => {
    resource.contact = [{ address: [{ city: 'Graz', use: 'home' }] }];
  }),
  'Group by enumeration without members': root(/^Group$/, (resource) => {
    resource.membership = 'conceptual';
    resource.member = [{ entity: { reference: 'Patient/1' } }];
  }),
  'Group of several kinds of members': root(/^Group$/, (resource) => {
    resource.membership = 'enumerated';
    resource.member = [{ entity: { reference: 'Patient/1' } }, { entity: { reference: 'Device/1' } }];
  }),
  'EvidenceVariable characteristic of several kinds': root(/^EvidenceVariable$/, (resource) => {
    resource.characteristic = [
      {
        definitionCodeableConcept: { text: 'x' },
        definitionExpression: { language: 'text/fhirpath', expression: 'true' },
      },
    ];
  }),
  'EvidenceVariable characteristic with a combination alone': root(/^EvidenceVariable$/, (resource) => {
    resource.characteristic = [
      { definitionByCombination: { code: 'at-least', characteristic: [{ description: 'x' }] } },
    ];
  }),
  'EvidenceVariable with a threshold for all': root(/^EvidenceVariable$/, (resource) => {
    resource.characteristic = [
      { definitionByCombination: { code: 'all-of', threshold: 2, characteristic: [{ description: 'x' }] } },
    ];
  }),
  'PlanDefinition with conditions for goals that are not there': root(/^PlanDefinition$/, (resource) => {
    resource.action = [{ title: 'x', goalId: ['no-such-goal'] }];
  }),
  'PlanDefinition action that follows itself': root(/^PlanDefinition$/, (resource) => {
    resource.action = [
      { linkId: 'a', title: 'x', relatedAction: [{ targetId: 'no-such-action', relationship: 'before' }] },
    ];
  }),
  'DocumentReference of two contents of one kind': root(/^DocumentReference$/, (resource) => {
    const content = Array.isArray(resource.content) ? resource.content : [];
    resource.content = [...content, ...content];
  }),
  'DocumentReference of facility and encounter': root(/^DocumentReference$/, (resource) => {
    resource.context = [{ reference: 'Encounter/1' }];
    resource.facilityType = { text: 'ward' };
  }),
  'Device with two udi that are entered twice': root(/^Device$/, (resource) => {
    resource.udiCarrier = [{ deviceIdentifier: '1', issuer: 'x' }, { deviceIdentifier: '1' }];
  }),
  'Observation with a value and a reason for its absence': root(/^Observation$/, (resource) => {
    resource.valueString = 'x';
    delete resource.valueQuantity;
    delete resource.valueCodeableConcept;
    resource.dataAbsentReason = { text: 'unknown' };
  }),
  'Patient with a contact of nothing': root(/^Patient$/, (resource) => {
    resource.contact = [{ gender: 'female' }];
  }),
  'narrative left out': (resource) => resource.text !== undefined && delete resource.text,
  'profile that is unknown': (resource) => {
    resource.meta = {
      ...(isObject(resource.meta) ? resource.meta : {}),
      profile: ['http://trials.test/no-such-profile'],
    };
    return true;
  },
  'profile of another type': (resource) => {
    if (resource.resourceType === 'Patient') return false;
    resource.meta = {
      ...(isObject(resource.meta) ? resource.meta : {}),
      profile: ['http://hl7.org/fhir/StructureDefinition/Patient'],
    };
    return true;
  },
  'profile that is its own type': (resource) => {
    resource.meta = {
      ...(isObject(resource.meta) ? resource.meta : {}),
      profile: [`http://hl7.org/fhir/StructureDefinition/${resource.resourceType}`],
    };
    return true;
  },
  'rules that are unknown': (resource) => {
    resource.implicitRules = 'http://trials.test/rules';
    return true;
  },
  'tag that stands twice': (resource) => {
    const tag = { system: 'http://trials.test/tags', code: 'x' };
    resource.meta = { ...(isObject(resource.meta) ? resource.meta : {}), tag: [tag, tag] };
    return true;
  },
  'id of an element that stands twice': (resource) => {
    const objects = Object.values(resource)
      .flatMap((value) => (Array.isArray(value) ? value : [value]))
      .filter(isObject);
    const [first, second] = objects.filter(({ resourceType }) => resourceType === undefined);
    if (first === undefined || second === undefined) return false;
    first.id = 'same';
    second.id = 'same';
    return true;
  },
};
