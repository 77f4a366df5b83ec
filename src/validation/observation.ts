import { asObject, type Instance } from './instance.ts';

const LOINC = 'http://loinc.org';

/** Profiles that observations with these LOINC codes conform to, named or not: https://hl7.org/fhir/R5/observation-vitalsigns.html */
const VITAL_SIGNS: ReadonlyMap<unknown, string> = new Map([
  ['85353-1', 'vitalspanel'],
  ['9279-1', 'resprate'],
  ['8867-4', 'heartrate'],
  ['2708-6', 'oxygensat'],
  ['8310-5', 'bodytemp'],
  ['8302-2', 'bodyheight'],
  ['9843-4', 'headcircum'],
  ['29463-7', 'bodyweight'],
  ['39156-5', 'bmi'],
  ['85354-9', 'bp'],
]);

/** The profile that an observation has to conform to for its code. */
export const vitalSignProfile = ({ type, value }: Instance): string | undefined => {
  if (type !== 'Observation') return undefined;
  const codings = asObject(asObject(value)?.code)?.coding;
  const names = (Array.isArray(codings) ? codings : []).flatMap((coding) => {
    const { system, code } = asObject(coding) ?? {};
    return (system === LOINC && VITAL_SIGNS.get(code)) || [];
  });
  return names[0] && `http://hl7.org/fhir/StructureDefinition/${names[0]}`;
};
