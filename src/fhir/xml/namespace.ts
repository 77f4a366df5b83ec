/** The namespace of FHIR's elements: https://hl7.org/fhir/R5/xml.html */
export const FHIR = 'http://hl7.org/fhir';
