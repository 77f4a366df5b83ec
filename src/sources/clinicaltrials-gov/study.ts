import type { Fact } from '../../model/fact.ts';
import { NOT_STATED } from '../../model/fact.ts';
import type { RegistryRecord, Term } from '../../model/record/record.ts';
import { texts } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { labelled, record, stated } from '../record-parts.ts';
import { withRemarks } from '../with-remarks.ts';
import { ACTUAL, STATES } from './codes.ts';
import { designOf } from './design.ts';
import type { Dialect } from './dialect.ts';
import { eligibilityOf } from './eligibility.ts';
import { identifiers, milestones, titles } from './identification.ts';
import type { Name } from './names.ts';
import { countries, parties, sites } from './people.ts';
import { armsOf, interventionsOf, outcomesOf } from './protocol.ts';
import { referencesOf } from './references.ts';
import { resultsOf } from './results/results.ts';

/** The registry's own terms, with their MeSH numbers where it gives them. */
const terms = (dialect: Dialect, root: Located, list: Name): readonly Term[] =>
  dialect.list(root, list).flatMap((node) =>
    stated(dialect.text(node, 'term')).map((text) => ({
      text,
      codes: stated(dialect.text(node, 'termId')).map((code) => ({
        system: 'mesh' as const,
        code,
        display: text,
      })),
    })),
  );

const words = (dialect: Dialect, root: Located, list: Name): readonly Term[] =>
  dialect.texts(root, list).map((text) => ({ text, codes: [] }));

const classifiers = (dialect: Dialect, root: Located): RegistryRecord['classifiers'] => {
  const asked = [
    ['fdaRegulatedDrug', 'fda-regulated-drug'],
    ['fdaRegulatedDevice', 'fda-regulated-device'],
  ] as const;
  return asked.flatMap(([name, value]) => {
    const node = dialect.at(root, name);
    const isSo = /^(?:true|yes)$/i.test(node?.words ?? '');
    return isSo
      ? stated(dialect.flag(root, name)).map((fact) => ({
          ...fact,
          value,
          derivation: 'normalised' as const,
        }))
      : [];
  });
};

/** How far the study is, or its state in the registry's own word, and what that was before nobody told. */
const progress = (dialect: Dialect, root: Located): Pick<RegistryRecord, 'state' | 'progress'> => {
  const state = dialect.coded(root, 'overallStatus', STATES);
  return {
    state,
    progress: [
      ...(state === NOT_STATED ? stated(dialect.word(root, 'overallStatus')) : []),
      ...labelled('Last known status', dialect.word(root, 'lastKnownStatus')),
    ],
  };
};

const enrolment = (dialect: Dialect, root: Located): RegistryRecord['enrolment'] => {
  const count = dialect.count(root, 'enrolment');
  return count === NOT_STATED ? undefined : { count, actual: dialect.coded(root, 'enrolmentType', ACTUAL) };
};

const listedCountries = (root: Located): readonly Fact<string>[] =>
  root.tree.format === 'xml' ? texts(root, 'location_countries.country') : [];

/** A study of the registry's; none where it does not state its number. */
export const readStudy = (dialect: Dialect, root: Located): RegistryRecord | undefined => {
  const numbers = identifiers(dialect, root);
  if (numbers === undefined) return undefined;
  const interventions = interventionsOf(dialect, root);
  const arms = armsOf(dialect, root, interventions);
  const places = sites(dialect, root);
  const known = record({
    registry: 'NCT',
    identifiers: numbers,
    titles: titles(dialect, root),
    ...progress(dialect, root),
    whyStopped: dialect.markdown(root, 'whyStopped'),
    milestones: milestones(dialect, root),
    parties: parties(dialect, root),
    summary: dialect.markdown(root, 'briefSummary'),
    description: dialect.markdown(root, 'detailedDescription'),
    conditions: words(dialect, root, 'conditions'),
    keywords: words(dialect, root, 'keywords'),
    conditionTerms: terms(dialect, root, 'conditionTerms'),
    interventionTerms: terms(dialect, root, 'interventionTerms'),
    classifiers: classifiers(dialect, root) ?? [],
    design: designOf(dialect, root),
    enrolment: enrolment(dialect, root),
    arms,
    interventions,
    outcomes: outcomesOf(dialect, root),
    eligibility: eligibilityOf(dialect, root),
    sites: places,
    countries: countries(places, listedCountries(root)),
    references: referencesOf(dialect, root),
    results: resultsOf(dialect, root, arms),
  });
  return withRemarks(known, root.tree);
};
