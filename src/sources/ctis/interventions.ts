import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Arm, Intervention, ProductUse } from '../../model/record/protocol.ts';
import { as, coded, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { keyOf } from '../prose/key.ts';
import { firstStated, labelled, merged, stated } from '../record-parts.ts';
import { type Application, said } from './application.ts';
import { PRODUCT_ROLES } from './codes.ts';

const NAMES = ['productName', 'productDictionaryInfo.prodName', 'productDictionaryInfo.activeSubstanceName'];

const OTHER_NAMES = [
  ...NAMES,
  'productDictionaryInfo.productOtherName',
  'productDictionaryInfo.activeSubstanceOtherDescriptiveName',
  'sponsorProductCodeEdit',
  'productDictionaryInfo.sponsorProductCode',
];

const FORMS = [
  'pharmaceuticalFormDisplay',
  'productDictionaryInfo.pharmForm',
  'productDictionaryInfo.productPharmForm',
];

const DETAILS: readonly (readonly [label: string, ...paths: readonly string[]])[] = [
  ['Strength', 'productDictionaryInfo.strength'],
  ['Maximum total dose', 'maxTotalDoseAmount', 'doseUomTotal'],
  ['Maximum treatment period, with the code of its unit', 'maxTreatmentPeriod', 'timeUnitCode'],
  ['ATC', 'productDictionaryInfo.atcCode', 'productDictionaryInfo.atcName'],
  ['Marketing authorisation', 'productDictionaryInfo.marketingAuthNumber'],
  ['EU medicinal product number', 'productDictionaryInfo.euMpNumber'],
  ['Organisation', 'productDictionaryInfo.nameOrg'],
  ['Orphan designation', 'orphanDrugDesigNumber'],
  ['Other', 'otherMedicinalProduct'],
];

/** How the product is given; a maximum of 0 is none. */
const use = (node: Located): ProductUse => {
  const amount = as(node, 'maxDailyDoseAmount', (words) =>
    /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(words) && Number(words) > 0 ? words : undefined,
  );
  return {
    routes: merged(
      oneOrMore(node, 'routes').flatMap((one) =>
        stated(said(one, one.shape === 'object' ? 'routeName' : '')),
      ),
    ),
    form: merged(FORMS.flatMap((path) => stated(said(node, path))))[0] ?? NOT_STATED,
    ...(amount !== NOT_STATED && { maximumDailyDose: { amount, unit: said(node, 'doseUom') } }),
    details: DETAILS.flatMap(([label, ...paths]) =>
      labelled(label, ...paths.map((path) => said(node, path))),
    ),
  };
};

const ROLES = ['part1MpRoleTypeCode', 'mpRoleInTrial'];

const product = (node: Located, role: Stated<string>): readonly Intervention[] => {
  const [name, ...otherNames] = merged(OTHER_NAMES.flatMap((path) => stated(said(node, path))));
  const type = firstStated(role, ...ROLES.map((path) => coded(node, path, PRODUCT_ROLES)));
  return name
    ? [{ key: keyOf(name.value), name, type, description: NOT_STATED, otherNames, arms: [], use: use(node) }]
    : [];
};

/** What is given: by the role it has in the trial, where the record groups it so. */
export const interventions = ({ partI }: Application): readonly Intervention[] => {
  const roles = oneOrMore(partI, 'productRoleGroupInfos').flatMap((group) => {
    const role = firstStated(said(group, 'productRoleName'), coded(group, 'productRoleCode', PRODUCT_ROLES));
    return oneOrMore(group, 'products').flatMap((one) => product(one, role));
  });
  return roles.length > 0 ? roles : oneOrMore(partI, 'products').flatMap((one) => product(one, NOT_STATED));
};

/** The arms of each period, where the record tells the design. */
export const arms = ({ details }: Application): readonly Arm[] =>
  oneOrMore(details, 'protocolInformation.studyDesign.periodDetails').flatMap((period) =>
    oneOrMore(period, 'armDetails').flatMap((one) =>
      stated(firstStated(said(one, 'title'), said(one, 'armTitle'))).map((name) => ({
        key: keyOf(name.value),
        name,
        type: NOT_STATED,
        description: firstStated(said(one, 'description'), said(one, 'armDescription')),
        interventions: [],
      })),
    ),
  );
