import { packaged } from '../src/fhir/terminology/packaged.ts';
import { codeSets } from '../src/fhir/terminology/value-set.ts';
import type { Binding } from '../src/validation/structure-definition.ts';
import type { Schema } from './schema.ts';

/** More codes than these are not written out. */
const MOST = 64;

const codeSet = codeSets(packaged);

/** The codes a binding allows, as a schema under the name of the value set; none where they are many or not all known. */
export const boundCodes = (
  binding: Binding | undefined,
): { readonly name: string; readonly schema: Schema } | undefined => {
  if (binding?.strength !== 'required') return;
  const valueSet = packaged.valueSet(binding.valueSet.split('|', 1)[0] ?? '');
  if (valueSet?.name === undefined) return;
  const { members, gaps } = codeSet(valueSet).list();
  const codes = [...new Set(members.filter(({ isAbstract }) => !isAbstract).map(({ code }) => code))];
  if (gaps.length > 0 || codes.length === 0 || codes.length > MOST) return;
  return {
    name: `${valueSet.name}Code`,
    schema: { type: 'string', enum: codes.sort(), ...(valueSet.title && { description: valueSet.title }) },
  };
};
