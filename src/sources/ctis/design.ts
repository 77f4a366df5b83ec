import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Design } from '../../model/record/record.ts';
import { as, at, flag, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { phaseIn, phaseOf } from '../record-design.ts';
import { converted, design, firstStated, labelled, merged, stated } from '../record-parts.ts';
import { type Application, said } from './application.ts';
import { PHASE_CODES, PHASE_NAMES } from './codes.ts';

const MASKINGS: readonly (readonly ['none' | 'single' | 'double' | 'triple' | 'quadruple', RegExp])[] = [
  ['none', /^(?:none|open(?:[- ]label)?|not blinded)$/i],
  ['single', /^single(?:[- ]blind)?$/i],
  ['double', /^double(?:[- ]blind)?$/i],
  ['triple', /^triple(?:[- ]blind)?$/i],
  ['quadruple', /^quadruple(?:[- ]blind)?$/i],
];

const ALLOCATIONS: readonly (readonly ['randomised' | 'non-randomised', RegExp])[] = [
  ['non-randomised', /^non[- ]?randomi[sz]ed\b/i],
  ['randomised', /^randomi[sz]ed\b/i],
];

const MASKED: readonly (readonly [Design['whoMasked'][number]['value'], RegExp])[] = [
  ['participant', /^(?:trial )?(?:subject|participant|patient)s?$/i],
  ['care-provider', /^carers?$|^care ?(?:giver|provider)s?$/i],
  ['investigator', /^investigators?$/i],
  ['outcomes-assessor', /^(?:outcomes? )?assessors?$/i],
  ['data-analyst', /^(?:data )?analysts?$/i],
];

const wordIn =
  <T>(table: readonly (readonly [T, RegExp])[]) =>
  (words: string): T | undefined =>
    table.find(([, pattern]) => pattern.test(words))?.[0];

/** What the periods' fields say in a word of R5's, where they agree; else in their own: the register has codes for it as well. */
const told = <T>(
  periods: readonly Located[],
  paths: readonly string[],
  label: string,
  table: readonly (readonly [T, RegExp])[],
): { readonly value: Stated<T>; readonly others: readonly Fact<string>[] } => {
  const fields = periods.flatMap((period) => paths.map((path) => said(period, path)));
  const { found, others } = converted(fields, wordIn(table));
  const isDisputed = others.some(({ value }) => wordIn(table)(value) !== undefined);
  const words = isDisputed ? fields.flatMap(stated) : others;
  return {
    value: isDisputed ? NOT_STATED : found,
    others: words.flatMap((fact) => labelled(label, fact)),
  };
};

const scopes = (information: Located | undefined): readonly Fact<string>[] => {
  const category = at(information, 'trialCategory');
  const low = flag(category, 'isLowIntervention');
  return [
    ...oneOrMore(information, 'trialObjective.trialScopes').flatMap((one) => [
      ...labelled('Scope', firstStated(said(one, 'name'), said(one, 'code'))),
      ...labelled('Other scope', said(one, 'otherDescription')),
    ]),
    ...(low !== NOT_STATED && low.value
      ? [{ ...low, value: 'Low-intervention trial', derivation: 'normalised' as const }]
      : []),
    ...labelled('Trial category', said(category, 'trialCategory')),
    ...labelled('Reason for the trial category', said(category, 'justificationForTrialCategory')),
  ];
};

/** What the record says that the trial looks into and how it is designed. */
export const designOf = ({ root, details, information }: Application) => {
  const periods = oneOrMore(details, 'protocolInformation.studyDesign.periodDetails');
  const allocation = told(
    periods,
    ['allocationMethod', 'allocationMethodCode'],
    'Allocation method',
    ALLOCATIONS,
  );
  const masking = told(periods, ['blindingMethod', 'blindingMethodCode'], 'Blinding method', MASKINGS);
  const roles = periods.flatMap((period) => oneOrMore(period, 'blindedRoles'));
  const nameOf = (role: Located): string => (role.shape === 'object' ? 'name' : '');
  const known = (role: Located) => stated(as(role, nameOf(role), wordIn(MASKED)));
  return {
    design: design({
      ...phaseIn(
        [
          as(information, 'trialCategory.trialPhase', (words) => PHASE_NAMES.get(words) ?? words),
          said(root, 'trialPhase'),
        ],
        (words) => PHASE_CODES.get(words) ?? phaseOf(words),
      ),
      allocation: allocation.value,
      masking: masking.value,
      whoMasked: merged(roles.flatMap(known)),
      features: [
        ...allocation.others,
        ...masking.others,
        ...periods.flatMap((period) => [
          ...labelled('Period', said(period, 'title'), said(period, 'description')),
          ...labelled('Blinding', said(period, 'blindingDetails')),
        ]),
        ...roles
          .filter((role) => known(role).length === 0)
          .flatMap((role) => labelled('Blinded', said(role, nameOf(role)))),
      ],
    }),
    scopes: scopes(information),
  };
};
