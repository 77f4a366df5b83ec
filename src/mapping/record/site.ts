import type { Address, CodeableConcept, Location, Reference } from 'fhir/r5.js';
import { structureDefinition } from '../../fhir/canonical.ts';
import { exact } from '../../fhir/content.ts';
import { narrative, paragraph } from '../../fhir/narrative.ts';
import { NOT_STATED, type Stated, stated } from '../../model/fact.ts';
import type { Site } from '../../model/record/record.ts';
import { claims } from '../context.ts';
import { filled } from '../filled.ts';
import { uniqueKeys } from '../id.ts';
import { contactDetail } from './contact.ts';
import type { RecordContext } from './context.ts';
import { countryExtension } from './country.ts';
import { positionOf } from './fitting.ts';
import { stateConcept } from './progress.ts';
import { coded, worded } from './said.ts';

const told = (...facts: readonly Stated<string>[]): string => facts.map(stated).filter(Boolean).join(', ');

const nameOf = ({ facility, city, state, postalCode, country }: Site): string =>
  told(facility, city, state, postalCode, country);

const ids = (context: RecordContext): readonly (readonly [Site, string])[] =>
  [...uniqueKeys(context.record.sites, [nameOf])].map(([site, key]) => [
    site,
    context.makeId(told(site.facility, site.city) || 'site', ['Location', key]),
  ]);

const address = (
  context: RecordContext,
  { address: line = NOT_STATED, city, state, postalCode, country }: Site,
): { address?: Address } => {
  const content = {
    ...(line !== NOT_STATED && { line: [line.value], _line: [context.on(line)] }),
    ...context.primitive('city', city),
    ...context.primitive('state', state),
    ...context.primitive('postalCode', postalCode),
    ...(country !== NOT_STATED && {
      country: country.value,
      _country: { extension: [...(context.on(country).extension ?? []), ...countryExtension(country.value)] },
    }),
  };
  return Object.keys(content).length > 0 ? { address: content } : {};
};

const position = (context: RecordContext, site: Site): Pick<Location, 'position'> => {
  const found = positionOf(site);
  if (found === undefined) return {};
  const { longitude, latitude } = found;
  return {
    position: {
      longitude: exact(longitude.value),
      _longitude: context.on(longitude),
      latitude: exact(latitude.value),
      _latitude: context.on(latitude),
    } as Location['position'],
  };
};

const stateOf = (context: RecordContext, { status, statusWords = NOT_STATED }: Site): CodeableConcept[] => {
  if (status !== NOT_STATED) return [coded(context, status, stateConcept(status.value))];
  return statusWords === NOT_STATED ? [] : [worded(context, statusWords)];
};

/** The places where the study is done, each with its own state: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.site */
export const siteReferences = (context: RecordContext): { site?: Reference[] } =>
  filled(
    'site',
    ids(context).map(([site, id]) => ({
      ...filled(
        'extension',
        stateOf(context, site).map((valueCodeableConcept) => ({
          url: structureDefinition('site-state'),
          valueCodeableConcept,
        })),
      ),
      reference: `Location/${id}`,
    })),
  );

/** The places where the study is done: https://hl7.org/fhir/R5/location.html */
export const locations = (context: RecordContext): readonly Location[] =>
  ids(context).map(([site, id]) => ({
    resourceType: 'Location',
    id,
    ...claims('trial-site'),
    ...narrative(paragraph(nameOf(site) || 'A site of the study')),
    ...context.primitive('name', site.facility),
    ...filled(
      'contact',
      site.contacts.flatMap((contact) => contactDetail(context, contact)),
    ),
    ...address(context, site),
    ...position(context, site),
  }));
