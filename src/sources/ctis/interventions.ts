import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Arm, Intervention } from '../../model/record/protocol.ts';
import { oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { keyOf } from '../prose/key.ts';
import { firstStated, merged, stated } from '../record-parts.ts';
import { type Application, said } from './application.ts';

const NAMES = ['productName', 'productDictionaryInfo.prodName', 'productDictionaryInfo.activeSubstanceName'];

const OTHER_NAMES = [
  ...NAMES,
  'productDictionaryInfo.productOtherName',
  'productDictionaryInfo.activeSubstanceOtherDescriptiveName',
  'sponsorProductCodeEdit',
  'productDictionaryInfo.sponsorProductCode',
];

const product = (node: Located, type: Stated<string>): readonly Intervention[] => {
  const [name, ...otherNames] = merged(OTHER_NAMES.flatMap((path) => stated(said(node, path))));
  return name ? [{ key: keyOf(name.value), name, type, description: NOT_STATED, otherNames, arms: [] }] : [];
};

/** What is given: by the role it has in the trial, where the record groups it so. */
export const interventions = ({ partI }: Application): readonly Intervention[] => {
  const roles = oneOrMore(partI, 'productRoleGroupInfos').flatMap((group) => {
    const role = said(group, 'productRoleName');
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
