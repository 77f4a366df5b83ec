import { describe, expect, test } from 'vitest';
import { criterionOf, issueOf } from './context.ts';

describe('string', () => {
  test.each([
    ['Patient?given=eve', 'Patient.given(start "eve")'],
    ['Patient?given:exact=Eve', 'Patient.given(exact "Eve")'],
    ['Patient?given:contains=eve', 'Patient.given(contains "eve")'],
    ['Patient?given=a,b', 'Patient.given(start "a", start "b")'],
    ['Patient?given=a\\,b', 'Patient.given(start "a,b")'],
    ['Patient?given=a\\\\b', 'Patient.given(start "a\\b")'],
    [
      'Patient?given:text=(bone OR liver) and metastases',
      'and(or(Patient.given(contains "bone"), Patient.given(contains "liver")), Patient.given(contains "metastases"))',
    ],
    ['Patient?given:missing=true', 'not(present string Patient.given)'],
    ['Patient?given:missing=false', 'present string Patient.given'],
    ['Patient?given:exact=a,B\\,c', 'Patient.given(exact "a", exact "B,c")'],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      'Patient?given=a\\b',
      'value',
      '“a\\b” has a backslash that escapes nothing; write \\\\ for one, and \\, \\| \\$ inside a value',
    ],
    ['Patient?given:missing=maybe', 'value', '“maybe” is neither true nor false'],
    ['Patient?given=,', 'value', 'an empty value matches nothing; leave the parameter out instead'],
    ['Patient?given=a,', 'value', 'an empty value matches nothing; leave the parameter out instead'],
    ['Patient?name:exact=x,', 'value', 'an empty value matches nothing; leave the parameter out instead'],
    [
      'Patient?given:not=x',
      'not-supported',
      'given has no modifier “not”; it takes missing, exact, contains, text',
    ],
    ['Patient?given:text=AND', 'value', '“AND” has no word to look for'],
    [
      'Patient?given:exact:contains=x',
      'not-supported',
      '“given:exact:contains” has more than one modifier; a parameter takes one',
    ],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('token', () => {
  test.each([
    ['Patient?gender=male', 'Patient.gender(male)'],
    [
      'Patient?gender=http://hl7.org/fhir/administrative-gender|male',
      'Patient.gender(http://hl7.org/fhir/administrative-gender|male)',
    ],
    ['Patient?identifier=|x', 'Patient.identifier(|x)'],
    ['Patient?identifier=http://a|', 'Patient.identifier(http://a|)'],
    ['Patient?identifier=a\\|b', 'Patient.identifier(a|b)'],
    ['Patient?gender:not=male,female', 'not(Patient.gender(male, female))'],
    [
      'Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|MR|12345',
      'Patient.identifier:of-type(http://terminology.hl7.org/CodeSystem/v2-0203|MR|12345)',
    ],
    ['Condition?code:text=headache', 'Condition.code:text(start "headache")'],
    ['Condition?code:code-text=hea', 'or(Condition.code:text(start "hea"), Condition.code(hea*))'],
    [
      'Condition?code:text-advanced=head NOT ache',
      'and(Condition.code:text(contains "head"), not(Condition.code:text(contains "ache")))',
    ],
    [
      'Condition?code:in=http://example.org/pomes',
      'Condition.code(http://example.org/fruit|apple, http://example.org/fruit|pear)',
    ],
    [
      'Condition?code:in=ValueSet/pomes',
      'Condition.code(http://example.org/fruit|apple, http://example.org/fruit|pear)',
    ],
    [
      'Condition?code:in=http://localhost/fhir/ValueSet/pomes',
      'Condition.code(http://example.org/fruit|apple, http://example.org/fruit|pear)',
    ],
    [
      'Condition?code:not-in=http://example.org/pomes',
      'not(Condition.code(http://example.org/fruit|apple, http://example.org/fruit|pear))',
    ],
    [
      'Condition?code:below=http://example.org/fruit|pome',
      'Condition.code(http://example.org/fruit|pome, http://example.org/fruit|apple, http://example.org/fruit|pear)',
    ],
    [
      'Condition?code:above=http://example.org/fruit|apple',
      'Condition.code(http://example.org/fruit|apple, http://example.org/fruit|pome, http://example.org/fruit|fruit)',
    ],
    ['DocumentReference?contenttype:below=text/xml', 'DocumentReference.contenttype(text/xml, text/xml;*)'],
    [
      'DocumentReference?contenttype:above=text/xml;charset=utf-8',
      'DocumentReference.contenttype(text/xml, text/xml;charset=utf-8)',
    ],
    [
      'Patient?_language:below=urn:ietf:bcp:47|en',
      'Resource._language(urn:ietf:bcp:47|en, urn:ietf:bcp:47|en-*)',
    ],
    ['Patient?active=true', 'Patient.active(true)'],
    ['Patient?telecom=555-1234', 'Patient.telecom(555-1234)'],
    ['Condition?code=a,b|c,|d,e|', 'Condition.code(a, b|c, |d, e|)'],
    [
      'Condition?code:in=http://example.org/pomes,ValueSet/pomes',
      'Condition.code(http://example.org/fruit|apple, http://example.org/fruit|pear, http://example.org/fruit|apple, http://example.org/fruit|pear)',
    ],
    ['Condition?code:not=http://example.org/fruit|', 'not(Condition.code(http://example.org/fruit|))'],
    [
      'Patient?_language:above=urn:ietf:bcp:47|en-GB-oed',
      'Resource._language(urn:ietf:bcp:47|en, urn:ietf:bcp:47|en-GB, urn:ietf:bcp:47|en-GB-oed)',
    ],
    ['ServiceRequest?requisition:of-type=http://a|b|c', 'ServiceRequest.requisition:of-type(http://a|b|c)'],
    ['Condition?code:missing=true', 'not(present token Condition.code)'],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    ['Patient?identifier=|', 'value', '“|” names neither a system nor a code'],
    ['Patient?identifier=a|b|c', 'value', '“a|b|c” has more than one “|”; write it as “\\|” inside a value'],
    [
      'Patient?identifier:of-type=MR|1',
      'value',
      '“MR|1” is not system|code|value: the type of the identifier and its value',
    ],
    [
      'Patient?gender:of-type=a|b|c',
      'not-supported',
      'gender has no modifier “of-type”; it takes missing, not, text, code-te',
    ],
    [
      'Condition?code:in=http://example.org/nuts',
      'not-found',
      'There is no value set http://example.org/nuts',
    ],
    ['Condition?code:in=Patient/1', 'value', '“Patient/1” is not a value set; write its URL or ValueSet/id'],
    [
      'Patient?active:in=http://example.org/pomes',
      'not-supported',
      'active has no modifier “in”; it takes missing, not, text, code-text, text-advanced',
    ],
    [
      'Condition?code:below=pome',
      'value',
      '“pome” is not system|code: what is above or below a code only its code system knows',
    ],
    [
      'Condition?code:exact=x',
      'not-supported',
      'code has no modifier “exact”; it takes missing, not, text, code-text, ',
    ],
    [
      'Condition?code:nonsense=x',
      'not-supported',
      'code has no modifier “nonsense”; it takes missing, not, text, code-tex',
    ],
    [
      'Patient?telecom:in=http://example.org/pomes',
      'not-supported',
      'telecom has no modifier “in”; it takes missing, not, text, code-text, text-advanced',
    ],
    ['Condition?code:in=,', 'value', 'an empty value matches nothing; leave the parameter out instead'],
    [
      'Condition?code:below=http://example.org/nuts|almond',
      'not-found',
      'http://example.org/nuts is not known here',
    ],
    [
      'Condition?code:below=http://example.org/fruit|',
      'value',
      '“http://example.org/fruit|” is not system|code: what is above or below',
    ],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('reference', () => {
  test.each([
    ['Observation?subject=Patient/1', 'Observation.subject(Patient/1, http://localhost/fhir/Patient/1)'],
    [
      'Observation?subject=http://localhost/fhir/Patient/1',
      'Observation.subject(Patient/1, http://localhost/fhir/Patient/1)',
    ],
    ['Observation?subject=http://other/fhir/Patient/1', 'Observation.subject(http://other/fhir/Patient/1)'],
    [
      'Observation?subject=Patient/1/_history/2',
      'Observation.subject(Patient/1/_history/2, http://localhost/fhir/Patient/1|2)',
    ],
    ['Observation?subject:Patient=1', 'Observation.subject(Patient/1, http://localhost/fhir/Patient/1)'],
    [
      'Observation?subject:Patient=Patient/1',
      'Observation.subject(Patient/1, http://localhost/fhir/Patient/1)',
    ],
    [
      'Observation?subject=Practitioner/1',
      'Observation.subject(Practitioner/1, http://localhost/fhir/Practitioner/1)',
    ],
    ['Observation?patient=1', 'Observation.patient(Patient/1, http://localhost/fhir/Patient/1)'],
    ['Observation?subject:identifier=http://a|1', 'Observation.subject:identifier(http://a|1)'],
    ['Observation?subject:text=Jo', 'Observation.subject:text(start "Jo")'],
    ['Observation?subject:missing=true', 'not(present reference Observation.subject)'],
    [
      'Observation?subject:in=Group/1',
      'Observation.subject > Device/Organization/Procedure/NutritionProduct/Group/Practitioner/BiologicallyDerivedProduct/Substance/Location/Patient/Medication { Group < Group.member { id(1) } }',
    ],
    [
      'Observation?subject:not-in=List/1,CareTeam/2',
      'not(Observation.subject > Device/Organization/Procedure/NutritionProduct/Group/Practitioner/BiologicallyDerivedProduct/Substance/Location/Patient/Medication { or(List < List.item { id(1) }, CareTeam < CareTeam.participant { id(2) }) })',
    ],
    ['Observation?focus=1', 'Observation.focus(?/1)'],
    [
      'QuestionnaireResponse?questionnaire=http://example.org/q',
      'QuestionnaireResponse.questionnaire(http://example.org/q)',
    ],
    [
      'QuestionnaireResponse?questionnaire=http://example.org/q|1.0',
      'QuestionnaireResponse.questionnaire(http://example.org/q|1.0)',
    ],
    [
      'QuestionnaireResponse?questionnaire:below=http://example.org/q|1',
      'QuestionnaireResponse.questionnaire(http://example.org/q|1*)',
    ],
    [
      'QuestionnaireResponse?questionnaire=Questionnaire/7',
      'QuestionnaireResponse.questionnaire(Questionnaire/7, http://localhost/fhir/Questionnaire/7)',
    ],
    [
      'PlanDefinition?composed-of=http://example.org/a|2',
      'PlanDefinition.composed-of(http://example.org/a|2)',
    ],
    [
      'Patient?_profile=http://hl7.org/fhir/StructureDefinition/lipid',
      'Resource._profile(http://hl7.org/fhir/StructureDefinition/lipid)',
    ],
    [
      'Patient?_profile=StructureDefinition/lipid',
      'Resource._profile(StructureDefinition/lipid, http://localhost/fhir/StructureDefinition/lipid)',
    ],
    [
      'Patient?_profile:below=http://hl7.org/fhir/StructureDefinition/lipid|1',
      'Resource._profile(http://hl7.org/fhir/StructureDefinition/lipid|1*)',
    ],
    [
      'Observation?subject=http://other/fhir/Patient/1/_history/2',
      'Observation.subject(http://other/fhir/Patient/1|2)',
    ],
    [
      'Observation?subject=urn:uuid:9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
      'Observation.subject(urn:uuid:9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d)',
    ],
    // What is well said but led to by nothing finds nothing.
    ['Observation?subject:Patient=Group/1', 'Observation.subject()'],
    ['Observation?patient=Group/1', 'Observation.patient()'],
    ['Observation?subject:code-text=Jo', 'Observation.subject:text(start "Jo")'],
    [
      'Observation?subject:text-advanced=Jo OR Jane',
      'or(Observation.subject:text(contains "jo"), Observation.subject:text(contains "jane"))',
    ],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      'Observation?subject:Patient=http://other/fhir/Patient/1',
      'value',
      '“http://other/fhir/Patient/1” is not a reference; write an id, Type/id',
    ],
    [
      'Observation?subject:Nonsense=1',
      'not-supported',
      'subject has no modifier “Nonsense”; it takes missing, one of Device, O',
    ],
    [
      'Observation?subject=not an id',
      'value',
      '“not an id” is not a reference; write an id, Type/id, Type/id/_history',
    ],
    ['Observation?subject:in=Patient/1', 'value', '“Patient/1” is not CareTeam/id, Group/id or List/id'],
    [
      'Patient?link:below=Patient/1',
      'not-supported',
      'link has no modifier “below”; it takes missing, one of RelatedPerson, ',
    ],
    [
      'QuestionnaireResponse?questionnaire:identifier=x',
      'not-supported',
      'questionnaire has no modifier “identifier”; it takes missing, below',
    ],
    [
      'Observation?subject=http://other/fhir/Patient/1/_history/',
      'value',
      '“http://other/fhir/Patient/1/_history/” is not a reference; write an i',
    ],
    [
      'Observation?subject=http://other/a|1|2',
      'value',
      '“http://other/a|1|2” is not a reference; write an id, Type/id, Type/id',
    ],
    [
      'Observation?subject=http://other/a|',
      'value',
      '“http://other/a|” is not a reference; write an id, Type/id, Type/id/_h',
    ],
    [
      'Observation?subject=Patient/',
      'value',
      '“Patient/” is not a reference; write an id, Type/id, Type/id/_history/',
    ],
    [
      'Observation?subject=Patient/1/2',
      'value',
      '“Patient/1/2” is not a reference; write an id, Type/id, Type/id/_histo',
    ],
    [
      'Observation?subject=#p1',
      'value',
      '“#p1” is not a reference; write an id, Type/id, Type/id/_history/versi',
    ],
    [
      'Observation?subject=Nonsense/1',
      'value',
      '“Nonsense/1” is not a reference; write an id, Type/id, Type/id/_histor',
    ],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('uri', () => {
  test.each([
    [
      'ValueSet?url=http://acme.org/fhir/ValueSet/123',
      'ValueSet.url(exact http://acme.org/fhir/ValueSet/123)',
    ],
    ['ValueSet?url:below=http://acme.org/fhir', 'ValueSet.url(below http://acme.org/fhir)'],
    [
      'ValueSet?url:above=http://acme.org/fhir/ValueSet/1',
      'ValueSet.url(above http://acme.org/fhir/ValueSet/1)',
    ],
    ['ValueSet?url:contains=acme', 'ValueSet.url(contains acme)'],
    ['ValueSet?url=a,urn:oid:1.2.3', 'ValueSet.url(exact a, exact urn:oid:1.2.3)'],
    ['Patient?_source=http://x', 'Resource._source(exact http://x)'],
    ['ValueSet?url:missing=false', 'present uri ValueSet.url'],
    ['ValueSet?url=http://a\\,b', 'ValueSet.url(exact http://a,b)'],
    ['ValueSet?url=http://a|b', 'ValueSet.url(exact http://a|b)'],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      'ValueSet?url:below=urn:oid:1.2.3',
      'value',
      '“urn:oid:1.2.3” is not a URL: only those have parts to be above or below',
    ],
    [
      'ValueSet?url:exact=x',
      'not-supported',
      'url has no modifier “exact”; it takes missing, contains, above, below',
    ],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('number', () => {
  test.each([
    ['RiskAssessment?probability=gt0.8', 'RiskAssessment.probability(gt 0.8 [0.75, 0.85))'],
    ['RiskAssessment?probability=100', 'RiskAssessment.probability(eq 100 [99.5, 100.5))'],
    ['RiskAssessment?probability=100.00', 'RiskAssessment.probability(eq 100 [99.995, 100.005))'],
    ['RiskAssessment?probability=1e2', 'RiskAssessment.probability(eq 100 [95, 105))'],
    ['RiskAssessment?probability=1.00e2', 'RiskAssessment.probability(eq 100 [99.5, 100.5))'],
    ['RiskAssessment?probability=5.40e-3', 'RiskAssessment.probability(eq 0.0054 [0.005395, 0.005405))'],
    ['RiskAssessment?probability=-5', 'RiskAssessment.probability(eq -5 [-5.5, -4.5))'],
    ['RiskAssessment?probability=ap100', 'RiskAssessment.probability(ap 100 [89.5, 110.5))'],
    ['RiskAssessment?probability=ap0', 'RiskAssessment.probability(ap 0 [-0.5, 0.5))'],
    ['RiskAssessment?probability=ne5', 'RiskAssessment.probability(ne 5 [4.5, 5.5))'],
    ['RiskAssessment?probability=0.8', 'RiskAssessment.probability(eq 0.8 [0.75, 0.85))'],
    ['RiskAssessment?probability=eq0.80', 'RiskAssessment.probability(eq 0.8 [0.795, 0.805))'],
    ['RiskAssessment?probability=sa0.8', 'RiskAssessment.probability(sa 0.8 [0.75, 0.85))'],
    ['RiskAssessment?probability=eb0.8', 'RiskAssessment.probability(eb 0.8 [0.75, 0.85))'],
    ['RiskAssessment?probability=ge-0.5', 'RiskAssessment.probability(ge -0.5 [-0.55, -0.45))'],
    ['RiskAssessment?probability=1,2', 'RiskAssessment.probability(eq 1 [0.5, 1.5), eq 2 [1.5, 2.5))'],
    ['RiskAssessment?probability=0', 'RiskAssessment.probability(eq 0 [-0.5, 0.5))'],
    ['RiskAssessment?probability=007', 'RiskAssessment.probability(eq 7 [6.5, 7.5))'],
    ['RiskAssessment?probability=1e-3', 'RiskAssessment.probability(eq 0.001 [0.00095, 0.00105))'],
    ['RiskAssessment?probability:missing=false', 'present number RiskAssessment.probability'],
    ['ResearchStudy?recruitment-target=ge100', 'ResearchStudy.recruitment-target(ge 100 [99.5, 100.5))'],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      'RiskAssessment?probability=abc',
      'value',
      '“abc” is not a number; write 100, 5.40 or 1e-3, after eq, ne, gt, lt, ',
    ],
    [
      'RiskAssessment?probability=.5',
      'value',
      '“.5” is not a number; write 100, 5.40 or 1e-3, after eq, ne, gt, lt, g',
    ],
    [
      'RiskAssessment?probability=1e999',
      'value',
      '“1e999” is not a number; write 100, 5.40 or 1e-3, after eq, ne, gt, lt',
    ],
    [
      'RiskAssessment?probability=1,,2',
      'value',
      'an empty value matches nothing; leave the parameter out instead',
    ],
    [
      'RiskAssessment?probability=5.',
      'value',
      '“5.” is not a number; write 100, 5.40 or 1e-3, after eq, ne, gt, lt, g',
    ],
    [
      'RiskAssessment?probability=xx5',
      'value',
      '“xx5” is not a number; write 100, 5.40 or 1e-3, after eq, ne, gt, lt, ',
    ],
    [
      'RiskAssessment?probability=gtlt5',
      'value',
      '“gtlt5” is not a number; write 100, 5.40 or 1e-3, after eq, ne, gt, lt',
    ],
    [
      'RiskAssessment?probability:exact=1',
      'not-supported',
      'probability has no modifier “exact”; it takes missing',
    ],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('quantity', () => {
  test.each([
    [
      'Observation?value-quantity=5.4|http://unitsofmeasure.org|mg',
      'Observation.value-quantity(eq 5.4 [5.35, 5.45) http://unitsofmeasure.org|mg = 0.0054 [0.00535, 0.00545) g1)',
    ],
    [
      'Observation?value-quantity=5.40e-3|http://unitsofmeasure.org|g',
      'Observation.value-quantity(eq 0.0054 [0.005395, 0.005405) http://unitsofmeasure.org|g = 0.0054 [0.005395, 0.005405) g1)',
    ],
    ['Observation?value-quantity=5.4||mg', 'Observation.value-quantity(eq 5.4 [5.35, 5.45) |mg)'],
    ['Observation?value-quantity=5.4', 'Observation.value-quantity(eq 5.4 [5.35, 5.45) |)'],
    [
      'Observation?value-quantity=le5.4|http://unitsofmeasure.org|mg',
      'Observation.value-quantity(le 5.4 [5.35, 5.45) http://unitsofmeasure.org|mg = 0.0054 [0.00535, 0.00545) g1)',
    ],
    [
      'Observation?value-quantity=ap5.4|http://unitsofmeasure.org|mg',
      'Observation.value-quantity(ap 5.4 [4.81, 5.99) http://unitsofmeasure.org|mg = 0.0054 [0.00481, 0.00599) g1)',
    ],
    [
      'Observation?value-quantity=37|http://unitsofmeasure.org|Cel',
      'Observation.value-quantity(eq 37 [36.5, 37.5) http://unitsofmeasure.org|Cel = 310.15 [309.65, 310.65) K1)',
    ],
    [
      'Observation?value-quantity=37|http://unitsofmeasure.org|nonsense',
      'Observation.value-quantity(eq 37 [36.5, 37.5) http://unitsofmeasure.org|nonsense)',
    ],
    [
      'Observation?value-quantity=5|http://example.org|',
      'Observation.value-quantity(eq 5 [4.5, 5.5) http://example.org|)',
    ],
    [
      'Observation?value-quantity=gt5.4,lt2',
      'Observation.value-quantity(gt 5.4 [5.35, 5.45) |, lt 2 [1.5, 2.5) |)',
    ],
    [
      'Observation?value-quantity=5.4|http://unitsofmeasure.org|',
      'Observation.value-quantity(eq 5.4 [5.35, 5.45) http://unitsofmeasure.org|)',
    ],
    [
      'Observation?value-quantity=98.6|http://unitsofmeasure.org|[degF]',
      'Observation.value-quantity(eq 98.6 [98.55, 98.65) http://unitsofmeasure.org|[degF] = 310.15 [310.122222222, 310.177777778) K1)',
    ],
    [
      'Observation?value-quantity=5|http://example.org',
      'Observation.value-quantity(eq 5 [4.5, 5.5) http://example.org|)',
    ],
    ['Observation?value-quantity=5||', 'Observation.value-quantity(eq 5 [4.5, 5.5) |)'],
    ['Observation?value-quantity=5||m\\|g', 'Observation.value-quantity(eq 5 [4.5, 5.5) |m|g)'],
    ['Observation?value-quantity:missing=true', 'not(present quantity Observation.value-quantity)'],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      'Observation?value-quantity=5|http://unitsofmeasure.org|mg|more',
      'value',
      '“5|http://unitsofmeasure.org|mg|more” is not a quantity; write number, number|system|code or number||unit',
    ],
    [
      'Observation?value-quantity=x|http://unitsofmeasure.org|mg',
      'value',
      '“x” is not a number; write 100, 5.40 or 1e-3, after eq, ne, gt, lt, ge',
    ],
    [
      'Observation?value-quantity=5.4|a|b|c',
      'value',
      '“5.4|a|b|c” is not a quantity; write number, number|system|code or number||unit',
    ],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('date', () => {
  test.each([
    ['Patient?birthdate=2000', 'Patient.birthdate(eq [2000-01-01, 2001-01-01))'],
    ['Patient?birthdate=2000-04', 'Patient.birthdate(eq [2000-04-01, 2000-05-01))'],
    ['Patient?birthdate=2000-02-29', 'Patient.birthdate(eq [2000-02-29, 2000-03-01))'],
    ['Observation?date=gt2013-01-14T10:00', 'Observation.date(gt [2013-01-14T10:00, 2013-01-14T10:01))'],
    ['Observation?date=2013-01-14T10:00:00Z', 'Observation.date(eq [2013-01-14T10:00, 2013-01-14T10:00:01))'],
    [
      'Observation?date=2013-01-14T10:00:00.5Z',
      'Observation.date(eq [2013-01-14T10:00:00.500Z, 2013-01-14T10:00:00.600Z))',
    ],
    [
      'Observation?date=2013-01-14T10:00:00.123456+01:00',
      'Observation.date(eq [2013-01-14T09:00:00.123Z, 2013-01-14T09:00:00.124Z))',
    ],
    [
      'Observation?date=2013-01-14T10:00:00%2B01:00',
      'Observation.date(eq [2013-01-14T09:00, 2013-01-14T09:00:01))',
    ],
    [
      'Observation?date=2013-01-14T10:00:00-05:30',
      'Observation.date(eq [2013-01-14T15:30, 2013-01-14T15:30:01))',
    ],
    ['Observation?date=ap2029-12-22', 'Observation.date(ap [2029-12-21, 2029-12-24))'],
    [
      'Observation?date=ge2010-01-01&date=le2011-12-31',
      'and(Observation.date(ge [2010-01-01, 2010-01-02)), Observation.date(le [2011-12-31, 2012-01-01)))',
    ],
    ['Patient?birthdate=0001', 'Patient.birthdate(eq [0001-01-01, 0002-01-01))'],
    ['Patient?birthdate=2000-12-31', 'Patient.birthdate(eq [2000-12-31, 2001-01-01))'],
    [
      'Patient?birthdate=sa2000,eb1999',
      'Patient.birthdate(sa [2000-01-01, 2001-01-01), eb [1999-01-01, 2000-01-01))',
    ],
    ['Patient?birthdate=ne2000-01', 'Patient.birthdate(ne [2000-01-01, 2000-02-01))'],
    ['Observation?date=2013-01-14T10:00:60Z', 'Observation.date(eq [2013-01-14T10:01, 2013-01-14T10:01:01))'],
    [
      'Observation?date=2013-01-14T10:00:00.12Z',
      'Observation.date(eq [2013-01-14T10:00:00.120Z, 2013-01-14T10:00:00.130Z))',
    ],
    ['Observation?date=2013-01-14T23:30-14:00', 'Observation.date(eq [2013-01-15T13:30, 2013-01-15T13:31))'],
    ['Patient?birthdate:missing=true', 'not(present date Patient.birthdate)'],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      'Patient?birthdate=2001-02-29',
      'value',
      '“2001-02-29” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-01',
    ],
    [
      'Observation?date=23 May 2009',
      'value',
      '“23 May 2009” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-0',
    ],
    [
      'Observation?date=2013-01-14T10',
      'value',
      '“2013-01-14T10” is not a date; write 2030, 2030-01, 2030-01-31 or 2030',
    ],
    [
      'Observation?date=2013-13',
      'value',
      '“2013-13” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-01-31',
    ],
    [
      'Observation?date=2013-01-14T24:00',
      'value',
      '“2013-01-14T24:00” is not a date; write 2030, 2030-01, 2030-01-31 or 2',
    ],
    [
      'Observation?date=2013-01-14T10:00+15:00',
      'value',
      '“2013-01-14T10:00 15:00” is not a date; write 2030, 2030-01, 2030-01-3',
    ],
    ['Observation?date:text=1995', 'not-supported', 'date has no modifier “text”; it takes missing'],
    [
      'Patient?birthdate=0000',
      'value',
      '“0000” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-01-31T12',
    ],
    [
      'Patient?birthdate=1900-02-29',
      'value',
      '“1900-02-29” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-01',
    ],
    [
      'Observation?date=2013-01-14T10:61Z',
      'value',
      '“2013-01-14T10:61Z” is not a date; write 2030, 2030-01, 2030-01-31 or ',
    ],
    [
      'Observation?date=2013-01-14Z',
      'value',
      '“2013-01-14Z” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-0',
    ],
    [
      'Observation?date=13-01-14',
      'value',
      '“13-01-14” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-01-3',
    ],
    [
      'Observation?date=2013-1-4',
      'value',
      '“2013-1-4” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-01-3',
    ],
    [
      'Observation?date=gt',
      'value',
      '“gt” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-01-31T12:0',
    ],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('composite', () => {
  test.each([
    [
      'Observation?code-value-quantity=http://loinc.org|2823-3$gt5.4|http://unitsofmeasure.org|mmol/L',
      'Observation.code-value-quantity(http://loinc.org|2823-3 $ gt 5.4 [5.35, 5.45) http://unitsofmeasure.org|mmol/L = 3.251953818e+24 [3.2218431345e+24, 3.2820645015e+24) m-3)',
    ],
    [
      'Observation?component-code-value-quantity=http://loinc.org|8480-6$lt60',
      'Observation.component-code-value-quantity(http://loinc.org|8480-6 $ lt 60 [59.5, 60.5) |)',
    ],
    [
      'Group?characteristic-value=gender$mixed,owner$Eve',
      'Group.characteristic-value(gender $ mixed, owner $ Eve)',
    ],
    ['Group?characteristic-value=a\\$b$c', 'Group.characteristic-value(a$b $ c)'],
    [
      'Observation?code-value-quantity=a$5,b$6',
      'Observation.code-value-quantity(a $ eq 5 [4.5, 5.5) |, b $ eq 6 [5.5, 6.5) |)',
    ],
    [
      'ResearchStudy?progress-status-state-actual=http://a|b$true',
      'ResearchStudy.progress-status-state-actual(http://a|b $ true)',
    ],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      'Group?characteristic-value=gender',
      'value',
      '“gender” is not a value of characteristic-value; write characteristic$',
    ],
    [
      'Group?characteristic-value=a$b$c',
      'value',
      '“a$b$c” is not a value of characteristic-value; write characteristic$v',
    ],
    [
      'Group?characteristic-value:missing=true',
      'not-supported',
      'characteristic-value has no modifier “missing”; it takes none',
    ],
    [
      'Observation?code-value-quantity=$5',
      'value',
      '“$5” is not a value of code-value-quantity; write code$value-quantity,',
    ],
    [
      'Observation?code-value-quantity=a$x',
      'value',
      '“x” is not a number; write 100, 5.40 or 1e-3, after eq, ne, gt, lt, ge',
    ],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('near', () => {
  test.each([
    ['Location?near=52.52|13.40|5|km', 'Location.near(52.52 13.4 5000)'],
    ['Location?near=52.52|13.40', 'Location.near(52.52 13.4 10000)'],
    ['Location?near=52.52|13.40|5|[mi_us]', 'Location.near(52.52 13.4 8046.73609347)'],
    ['Location?near=52.52|13.40|5', 'Location.near(52.52 13.4 5000)'],
    ['Location?near=52.52|13.40|5|km,1|2|3|m', 'Location.near(52.52 13.4 5000, 1 2 3)'],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      'Location?near=95|13',
      'value',
      '“95|13” is not a place; write latitude|longitude|distance|unit with up',
    ],
    [
      'Location?near=52|13|5|kg',
      'value',
      '“5|kg” is not a distance; write a number and km, m, [mi_us] or another unit of length',
    ],
    ['Location?near=52', 'value', '“52” is not a place; write latitude|longitude|distance|unit with up to'],
    [
      'Location?near=52.52|13.40|-5|km',
      'value',
      '“-5|km” is not a distance; write a number and km, m, [mi_us] or another unit of length',
    ],
    [
      'Location?near=52.52|x',
      'value',
      '“52.52|x” is not a place; write latitude|longitude|distance|unit with ',
    ],
    [
      'Location?near=52.52|13.40|5|km|x',
      'value',
      '“52.52|13.40|5|km|x” is not a place; write latitude|longitude|distance',
    ],
    ['Location?near:missing=true', 'not-supported', 'near has no modifier “missing”; it takes none'],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});
