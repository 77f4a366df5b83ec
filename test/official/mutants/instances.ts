import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from 'fhir/r5.js';
import { random } from '../../random.ts';
import { startServer } from '../../running-server.ts';
import { synthesise } from './synthesis.ts';

/** A resource that is meant to be valid, and where it comes from. */
export interface Instance {
  readonly name: string;
  readonly text: string;
}

const EXAMPLES = join(import.meta.dirname, '../../../node_modules/hl7.fhir.r5.examples');
const SAMPLES = join(import.meta.dirname, '../../../samples');

/** The types of resources that trials are written in: most instances are of these. */
const OURS = [
  'ResearchStudy',
  'PlanDefinition',
  'Evidence',
  'EvidenceVariable',
  'EvidenceReport',
  'Citation',
  'Group',
  'ActivityDefinition',
  'ArtifactAssessment',
  'DocumentReference',
  'Organization',
  'Practitioner',
  'Device',
  'Provenance',
];

/** Types that are synthesised beside ours. */
const OTHERS = [
  'Patient',
  'Observation',
  'Library',
  'Questionnaire',
  'List',
  'Basic',
  'Location',
  'ResearchSubject',
];

/** Longer examples take long and say little more. */
const LONGEST = 30_000;

/** The official examples: all of our types and of Bundle that are not too long, some of each other type. */
export const examples = (ofOthers: number): readonly Instance[] => {
  const byType = new Map<string, number>();
  return readdirSync(EXAMPLES)
    .filter((name) => /^[A-Z].*\.json$/.test(name))
    .sort()
    .flatMap((name) => {
      const type = name.split('-', 1)[0]!;
      const count = byType.get(type) ?? 0;
      const limit = OURS.includes(type) ? 25 : type === 'Bundle' ? 15 : ofOthers;
      if (count >= limit) return [];
      const text = readFileSync(join(EXAMPLES, name), 'utf8');
      if (text.length > LONGEST) return [];
      byType.set(type, count + 1);
      return [{ name: `example ${name.replace('.json', '')}`, text: JSON.stringify(JSON.parse(text)) }];
    });
};

/** Synthesised resources, so many of each type. */
export const synthesised = (count: number, seed: string): readonly Instance[] =>
  [...OURS, ...OURS, ...OTHERS].flatMap((type, at) =>
    Array.from({ length: count }, (_, index) => {
      const name = `synthesised ${type} ${at}-${index}`;
      return { name, text: JSON.stringify(synthesise(type, random(`${seed} ${name}`))) };
    }),
  );

/** What the server serves of the samples, up to so many resources of a type. */
export const served = async (ofType: number): Promise<readonly Instance[]> => {
  const { base, stop } = await startServer('--load', SAMPLES);
  try {
    const found: Instance[] = [];
    for (const type of OURS) {
      const page = await fetch(`${base}/${type}?_count=${ofType}`, {
        headers: { accept: 'application/fhir+json' },
      });
      for (const { resource } of ((await page.json()) as Bundle).entry ?? []) {
        found.push({ name: `served ${type}/${resource?.id}`, text: JSON.stringify(resource) });
      }
    }
    return found;
  } finally {
    await stop();
  }
};

/** Bundles of these instances, two each, of every type of Bundle that a client writes. */
export const bundled = (instances: readonly Instance[], count: number, seed: string): readonly Instance[] =>
  ['collection', 'transaction', 'batch', 'searchset'].flatMap((type) =>
    Array.from({ length: count }, (_, index) => {
      const { pick } = random(`${seed} ${type} ${index}`);
      const entry = [pick(instances), pick(instances)].flatMap((one, at) => {
        if (one === undefined) return [];
        const resource = JSON.parse(one.text);
        resource.id = `entry-${at}`;
        const url = `${resource.resourceType}/${resource.id}`;
        return [
          {
            fullUrl: `http://trials.test/fhir/${url}`,
            resource,
            ...(type === 'searchset' && { search: { mode: 'match' } }),
            ...(/^(?:transaction|batch)$/.test(type) && { request: { method: 'PUT', url } }),
          },
        ];
      });
      const link = type === 'searchset' && { link: [{ relation: 'self', url: 'http://trials.test/fhir' }] };
      return {
        name: `synthesised Bundle ${type} ${index}`,
        text: JSON.stringify({ resourceType: 'Bundle', id: `${type}-${index}`, type, ...link, entry }),
      };
    }),
  );
