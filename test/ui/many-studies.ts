import type { ArtifactAssessment } from 'fhir/r5.js';
import { record } from '../../bench/ingest/record.ts';
import type { Work } from '../../src/commands/work.ts';
import type { Content } from '../../src/fhir/content.ts';
import { parse } from '../../src/fhir/json.ts';
import { createMapper } from '../../src/pipeline.ts';
import type { Write } from '../../src/store/store.ts';

/** So many resources of a type are kept of each study: what a list of studies and of their evidence needs. */
const KEPT: Readonly<Record<string, number>> = {
  ResearchStudy: 1,
  PlanDefinition: 1,
  ActivityDefinition: 1,
  EvidenceReport: 1,
  ArtifactAssessment: 2,
};

const kept = (resources: readonly Content[]): readonly Content[] => {
  const some = Object.entries(KEPT).flatMap(([type, most]) =>
    resources.filter(({ value }) => value.resourceType === type).slice(0, most),
  );
  const assessed = some.map(({ value }) => (value as ArtifactAssessment).artifactReference?.reference);
  return [...some, ...resources.filter(({ value }) => assessed.includes(`Evidence/${value.id}`))];
};

/** What the checks of numbers are told to have found, in turn. */
const VERDICTS = ['consistent', 'consistent', 'inconsistent', 'cannot-be-verified'];

/** So many different records there are; the others repeat them under other numbers. */
const TEMPLATES = 24;

const BATCH = 200;

/** A resource's text under other ids: those of a repeated record end in its number. */
const renamed = (text: string, ids: ReadonlySet<string>, at: number): string =>
  text.replace(/(?<=["/])[A-Za-z0-9.-]{1,64}(?=["/])/g, (id) =>
    ids.has(id) ? `${id}-${at}`.slice(-64) : id,
  );

const numbered = (text: string, template: number, at: number): string =>
  text
    .replaceAll(String(90_000_000 + template), String(80_000_000 + at))
    .replaceAll(`Tablet ${template} `, `Tablet ${at} `)
    .replaceAll(`BENCH-${template}"`, `BENCH-${at}"`)
    .replaceAll('"consistent"', `"${VERDICTS[Math.floor(at / 2) % VERDICTS.length]}"`);

/**
 * Fills a store, which must not keep references from leading nowhere, with so many invented studies, every second with
 * results and checks of them; straight into the store, as reading as many documents would take minutes.
 */
export const storeManyStudies = async ({ store, validate }: Work, count: number): Promise<void> => {
  const map = createMapper(validate);
  const templates = Array.from({ length: TEMPLATES }, (_, template) => {
    const [mapped] = map(new TextEncoder().encode(record(template)));
    if (mapped?.kind !== 'mapped')
      throw new Error(`record ${template} is not mapped: ${JSON.stringify(mapped)}`);
    const ids = new Set(mapped.resources.map(({ value }) => value.id ?? ''));
    return { resources: kept(mapped.resources), ids };
  });
  let writes: Write[] = [];
  for (let at = 0; at < count; at += 1) {
    const { resources, ids } = templates[at % TEMPLATES]!;
    for (const { text } of resources) {
      const content = parse(numbered(renamed(text, ids, at), at % TEMPLATES, at));
      if (!('text' in content)) throw new Error(`study ${at} is no FHIR: ${JSON.stringify(content)}`);
      const { resourceType: type, id = '' } = content.value;
      writes.push({ type, id, method: 'PUT', content, replaces: 0 });
    }
    if (at % BATCH < BATCH - 1 && at < count - 1) continue;
    await store.write({ writes }, new Date().toISOString());
    writes = [];
  }
};
