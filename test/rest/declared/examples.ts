import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FhirResource } from 'fhir/r5.js';
import { CANONICAL } from '../../../src/fhir/canonical.ts';
import { content } from '../../../src/fhir/content.ts';
import { isError } from '../../../src/fhir/issue.ts';
import { validate } from '../server.ts';

const FOLDER = dirname(createRequire(import.meta.url).resolve('hl7.fhir.r5.examples/package.json'));

const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

const UNKNOWN = { display: 'Somebody' };

/** Of types whose published examples are none, have errors, or ask for what is not there. */
const WRITTEN: readonly FhirResource[] = [
  { resourceType: 'ResearchStudy', status: 'active', title: 'A trial' },
  {
    resourceType: 'AdverseEvent',
    status: 'completed',
    actuality: 'actual',
    subject: UNKNOWN,
  },
  {
    resourceType: 'ImplementationGuide',
    url: 'https://example.com/ImplementationGuide/walking',
    name: 'Walking',
    status: 'draft',
    packageId: 'example.walking',
    fhirVersion: ['5.0.0'],
  },
  {
    resourceType: 'TestScript',
    url: 'https://example.com/TestScript/walking',
    name: 'Walking',
    status: 'draft',
    experimental: true,
    title: 'Walking',
    publisher: 'Nobody',
  } as FhirResource,
  {
    resourceType: 'Ingredient',
    status: 'active',
    role: { text: 'Active substance' },
    substance: { code: { concept: { text: 'Water' } } },
  },
  {
    resourceType: 'Subscription',
    status: 'off',
    topic: `${CANONICAL}/SubscriptionTopic/results-posted`,
    channelType: {
      system: 'http://terminology.hl7.org/CodeSystem/subscription-channel-type',
      code: 'rest-hook',
    },
    endpoint: 'https://example.org/told',
  },
  { resourceType: 'ResearchSubject', status: 'active', study: UNKNOWN, subject: UNKNOWN },
  {
    resourceType: 'Transport',
    status: 'completed',
    intent: 'order',
    requestedLocation: UNKNOWN,
    currentLocation: UNKNOWN,
  },
];

const isValid = (resource: FhirResource): boolean => !validate(content(resource)).some(isError);

/** A valid resource of a type: one that was written for it, or the smallest of R5's examples. */
export const exampleOf = (type: string): FhirResource => {
  const written = WRITTEN.find(({ resourceType }) => resourceType === type);
  if (written !== undefined && isValid(written)) return written;
  const files = FILES.filter((name) => name.startsWith(`${type}-`))
    .map((name) => join(FOLDER, name))
    .sort((a, b) => statSync(a).size - statSync(b).size);
  for (const file of files) {
    const resource = JSON.parse(readFileSync(file, 'utf8')) as FhirResource;
    if (isValid(resource)) return resource;
  }
  throw new Error(`There is no valid example of ${type}`);
};
