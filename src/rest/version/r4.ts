import { content } from '../../fhir/content.ts';
import { exactValue } from '../../fhir/exact-tree.ts';
import { searchParametersOfR4 } from '../../r4/search-parameters.ts';
import { toR5 } from '../../r4/to-r5.ts';
import { isTwoWay, R4_TYPES, type R4Resource } from '../../r4/types.ts';
import { R4 as CONVERTED } from '../../r4/version.ts';
import type { FhirVersion } from './fhir-version.ts';
import { shownInR4 } from './shown-in-r4.ts';

/** R4, as which clients of today see what is stored in R5: https://hl7.org/fhir/R4/ */
export const R4: FhirVersion = {
  name: '4.0',
  mediaTypeParameter: '; fhirVersion=4.0',
  number: '4.0.1',
  elements: CONVERTED.elements,
  types: [...R4_TYPES.keys()].filter((type) => type !== 'Parameters'),
  ofType: (type) => {
    const stored = R4_TYPES.get(type) ?? type;
    return {
      type: stored,
      fhirVersion:
        stored === type ? R4 : { ...R4, ...shownInR4(type), shownAs: (one) => (one === stored ? type : one) },
    };
  },
  shownAs: (stored) => stored,
  isReadOnly: (type) => !isTwoWay(type),
  shows: [...new Set(R4_TYPES.values())],
  searchParameters: searchParametersOfR4,
  read: ({ text }) => {
    const read = toR5(exactValue(text) as R4Resource);
    return 'issues' in read ? read.issues : content(read.resource);
  },
  ...shownInR4(),
};
