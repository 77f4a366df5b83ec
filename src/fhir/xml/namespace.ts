/** The namespace of FHIR's elements: https://hl7.org/fhir/R5/xml.html */
export const FHIR = 'http://hl7.org/fhir';

/** The namespace of a narrative's markup: https://hl7.org/fhir/R5/narrative.html */
export const XHTML = 'http://www.w3.org/1999/xhtml';
