const ONCE = 'one fault is told once';
const NOT_JSON = 'a text that is no JSON is not guessed at: what comes after its first fault is not judged';

/** Why the validator counts other errors than the official one, by the name of the case. */
export const REASONS: Readonly<Record<string, string>> = {
  'group-choice-bad3-json': `${ONCE}: a number is no boolean, and neither is what it reads`,
  'group-choice-empty-json': NOT_JSON,
  'list-bad-syntax-json': NOT_JSON,
  'list-xhtml-xxe': 'a narrative that cannot be read has no content, either',
  'list-wrong-code': `${ONCE}: a code that is not in the value set has no code system there, either`,
  xml_UTF8_headerbad_nobom: `${ONCE}: a text that is not in UTF-8 is not read`,
  'bundle-conditional-reference-bad': `${ONCE}: a search that is none is no conditional reference`,
  'map-general-test2': 'FHIRPath expressions in maps are not judged by the types of their variables',
  'specimendefinition-example-serum-plasma':
    'an element that has only an unknown attribute has no content, either',
  'measure-report-ihe-linked': "the group's linkId is the one of the measure's group",
  'cs-order-prop-r5': 'rules between elements are for resources whose structure is right',
};
