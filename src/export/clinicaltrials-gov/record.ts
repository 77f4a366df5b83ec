import type { Tree } from '../../fhir/exact-tree.ts';
import { extensionsOf, ORIGINAL_TEXT } from '../../fhir/source-mark.ts';
import { wordsOf } from '../../fhir/words.ts';
import { CONFLICTING_VALUE } from '../../joining/said.ts';
import type { Difference } from '../difference.ts';
import type { Exported } from '../exported.ts';
import { documentsOf, markedValues, visitMarkable } from '../marked-value.ts';
import { placeOf, type Study, type Telling } from '../study.ts';
import { fillByMeaning } from './by-meaning/study.ts';
import { Form } from './form.ts';
import { nested } from './nested.ts';
import { lostLeaves } from './original.ts';
import { type PutBack, putBack } from './put-back.ts';

const NUMBER = 'protocolSection.identificationModule.nctId';

const NOTHING: PutBack = { values: new Map(), recoded: new Map(), held: new Set(), differences: [] };

const isRecord = ({ document, resources }: Telling): boolean =>
  resources.some(
    (one) =>
      one.resourceType === 'ResearchStudy' &&
      markedValues(one, document).some(({ paths }) => paths.includes(NUMBER)),
  );

/** The study's own record in this form, if one of its sources is one. */
const recordOf = ({ tellings, resources: [study] }: Study): Telling | undefined => {
  const records = tellings.filter(isRecord);
  return records.find(({ resources }) => resources.some((one) => one.id === study?.id)) ?? records[0];
};

/** What others say of the values that are written. */
const disagreements = (resource: Tree): readonly Difference[] => {
  const found: Difference[] = [];
  visitMarkable(resource, (element, value, expression) => {
    for (const { url, ...other } of extensionsOf(element))
      if (url === CONFLICTING_VALUE) {
        const [, said] = Object.entries(other).find(([name]) => name.startsWith('value')) ?? [];
        found.push({
          kind: 'disagrees',
          resource: placeOf(resource),
          expression,
          before: wordsOf(said) ?? JSON.stringify(said),
          after: wordsOf(value) ?? JSON.stringify(value),
        });
      }
  });
  return found;
};

/** The source's own words for what stands in codes. */
const originalOf = (element: Tree): string | undefined =>
  wordsOf(extensionsOf(element).find(({ url }) => url === ORIGINAL_TEXT)?.valueString);

/** What sources in other forms said that this form has no place for. */
const notCarried = (resource: Tree, form: Form, document: string | undefined): readonly Difference[] => {
  const found: Difference[] = [];
  visitMarkable(resource, (element, value, expression) => {
    const documents = documentsOf(element);
    const isOwn = documents.includes(`DocumentReference/${document}`);
    const words = wordsOf(value) ?? originalOf(element);
    if (documents.length === 0 || isOwn || words === undefined) return;
    if (!form.holds({ resource, expression, value }))
      found.push({ kind: 'not-carried', resource: placeOf(resource), expression, before: words });
  });
  return found;
};

const added = (form: Form, recoded: PutBack['recoded']): readonly Difference[] =>
  [...form.added].map(([path, { resource, expression }]) => {
    const before = recoded.get(path)?.before;
    return {
      kind: before === undefined ? 'added' : 'corrected',
      path,
      resource: placeOf(resource),
      expression,
      ...(before !== undefined && { before }),
      after: form.values.get(path) ?? '',
    };
  });

/**
 * Writes a study as the registry writes its records: what came from such a record at its place there, then by its
 * meaning what else there is a place for. https://clinicaltrials.gov/data-api/about-api/study-data-structure
 */
export const clinicalTrialsGov = (study: Study): Exported => {
  const record = recordOf(study);
  const back = record === undefined ? NOTHING : putBack(study, record);
  const form = new Form(back.values, back.held);
  fillByMeaning(study, form);
  const differences = [
    ...back.differences,
    ...[...back.recoded]
      .filter(([path]) => !form.values.has(path))
      .map(
        ([path, { resource, expression, before }]): Difference => ({
          kind: 'removed',
          path,
          resource,
          expression,
          before,
        }),
      ),
    ...added(form, back.recoded),
    ...study.resources.flatMap(disagreements),
    ...study.resources.flatMap((one) => notCarried(one, form, record?.document)),
  ];
  const told = new Set(differences.map(({ path }) => path));
  return {
    text: nested(form.values),
    differences: [
      ...differences,
      ...lostLeaves(study, record, form.values).filter(({ path }) => !told.has(path)),
    ],
  };
};
