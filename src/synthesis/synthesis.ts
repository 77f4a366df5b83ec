import type { Issue } from '../fhir/issue.ts';
import { mixtures } from './alike.ts';
import type { Choices } from './choices.ts';
import { inconsistencies } from './inconsistent.ts';
import { isMantelHaenszelMeasure } from './mantel-haenszel.ts';
import { type Known, type Material, type Resources, readMaterial } from './material.ts';
import { type Data, leaveOneOut, type Pooled, pool } from './pool.ts';
import { refusal } from './refusal.ts';
import { omissionText, remarksOn } from './remarks.ts';
import { repeated, withoutRepetition } from './repeated.ts';
import { type Row, rowOf } from './row.ts';
import { type Omission, select } from './select.ts';
import { partsOf, sharedGroups } from './shared-group.ts';
import { type Study, studiesOf } from './study.ts';

/** What evidence gives together. */
export interface Synthesis {
  readonly choices: Choices;
  /** Of all intervals. */
  readonly level: number;
  readonly rows: readonly Row[];
  readonly pooled: Pooled;
  /** The same without each row in turn; nothing where there are but two. */
  readonly leftOut: readonly Pooled[];
  /** The evidence that went in. */
  readonly evidence: readonly Known[];
  /** What is to be said of it. */
  readonly remarks: readonly string[];
}

/** The evidence pooled, or why it is not. */
export type Outcome = { readonly synthesis: Synthesis } | { readonly issues: readonly Issue[] };

const LEVEL = 0.95;

/** What a study gives: its rows, what of it is left out, and what stands against pooling it. */
interface Contribution {
  readonly rows: readonly Row[];
  readonly omissions: readonly Omission[];
  readonly issues: readonly Issue[];
}

const contribution = (
  study: Study,
  resources: Resources,
  wrong: ReadonlyMap<Known, string>,
  choices: Choices,
): Contribution => {
  const selected = select(study, resources, wrong, choices);
  const once = withoutRepetition(selected.comparisons);
  const tried = once.map((comparison) => ({ comparison, found: rowOf(study, comparison, () => 1, choices) }));
  const usable = tried.filter(({ found }) => 'value' in found).map(({ comparison }) => comparison);
  const rows = usable.map((comparison) => rowOf(study, comparison, partsOf(usable), choices));
  const missing = [...tried.map(({ found }) => found), ...rows].flatMap((found) =>
    'missing' in found ? found.missing : [],
  );
  return {
    rows: rows.flatMap((found) => ('value' in found ? found.value : [])),
    omissions: [...selected.omissions, ...missing.map((reason) => ({ study: study.name, reason }))],
    issues: [...repeated(study.name, usable), ...sharedGroups(study.name, usable, choices.sharedGroup)],
  };
};

const tooFew = (rows: readonly Row[], omissions: readonly Omission[]): readonly Issue[] => {
  const { size } = new Set(rows.map(({ study }) => study));
  if (size >= 2) return [];
  return [
    refusal(
      'pool-too-few',
      `Two studies at least are needed to be pooled; there ${size === 1 ? 'is one' : 'is none'}`,
    ),
    ...omissions.map(
      (one): Issue => ({ severity: 'information', code: 'informational', text: omissionText(one) }),
    ),
  ];
};

const dataOf = (rows: readonly Row[], { measure, model }: Choices): Data => ({
  effects: rows.map(({ effect }) => effect),
  ...(model === 'fixed-mantel-haenszel' &&
    isMantelHaenszelMeasure(measure) && {
      tables: { measure, of: rows.flatMap(({ table }) => table ?? []) },
    }),
});

/** Pools evidence by choices that go together, or says what stands against it. */
export const synthesise = (material: Material, choices: Choices): Outcome => {
  const resources = readMaterial(material);
  const wrong = inconsistencies(resources);
  const found = studiesOf(resources).map((study) => contribution(study, resources, wrong, choices));
  const rows = found.flatMap((one) => one.rows);
  const omissions = found.flatMap((one) => one.omissions);
  const issues = [
    ...found.flatMap((one) => one.issues),
    ...mixtures(rows, choices.measure),
    ...tooFew(rows, omissions),
  ];
  if (issues.length > 0) return { issues };
  const data = dataOf(rows, choices);
  const method = { ...choices, level: LEVEL };
  const pooled = pool(data, method);
  if (!Number.isFinite(pooled.statistic.value))
    return {
      issues: [refusal('pool-undefined', 'These studies together give no estimate with a standard error')],
    };
  const used = new Set(rows.flatMap(({ comparison }) => comparison.evidence));
  return {
    synthesis: {
      choices,
      level: LEVEL,
      rows,
      pooled,
      leftOut: leaveOneOut(data, method),
      evidence: resources.evidence.filter(({ tree }) => used.has(tree)),
      remarks: remarksOn(rows, omissions, choices),
    },
  };
};
