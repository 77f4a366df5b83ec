import { describe, expect, test } from 'vitest';
import { criterionOf, issueOf } from './context.ts';

describe('filter', () => {
  test.each([
    ['Patient?_filter=name co "pet"', 'Patient.name(contains "pet")'],
    [
      'Patient?_filter=given eq "peter" and birthdate ge 2014-10-10',
      'and(Patient.given(equal "peter"), Patient.birthdate(ge [2014-10-10, 2014-10-11)))',
    ],
    ['Observation?_filter=code eq http://loinc.org|1234-5', 'Observation.code(http://loinc.org|1234-5)'],
    ['Observation?_filter=code eq loinc|1234-5', 'Observation.code(http://loinc.org|1234-5)'],
    [
      'Observation?_filter=subject.name co "pet"',
      'or(Observation.subject > Organization { Organization.name(contains "pet") }, Observation.subject > Group { Group.name(contains "pet") }, Observation.subject > Practitioner { Practitioner.name(contains "pet") }, Observation.subject > Location { Location.name(contains "pet") }, Observation.subject > Patient { Patient.name(contains "pet") })',
    ],
    [
      'Observation?_filter=subject:Patient.name co "pet"',
      'Observation.subject > Patient { Patient.name(contains "pet") }',
    ],
    [
      'Observation?_filter=patient[gender eq male].name sw x',
      'Observation.patient > Patient { and(Patient.gender(male), Patient.name(start "x")) }',
    ],
    [
      'Observation?_filter=patient[gender eq male and birthdate lt 2000].general-practitioner[active eq true].name pr true',
      'Observation.patient > Patient { and(and(Patient.gender(male), Patient.birthdate(lt [2000-01-01, 2001-01-01))), or(Patient.general-practitioner > Organization { and(Organization.active(true), present string Organization.name) }, Patient.general-practitioner > Practitioner { and(Practitioner.active(true), present string Practitioner.name) })) }',
    ],
    ['Patient?_filter=not (gender eq male)', 'not(Patient.gender(male))'],
    [
      'Patient?_filter=gender eq male or gender eq female and active eq true',
      'and(or(Patient.gender(male), Patient.gender(female)), Patient.active(true))',
    ],
    [
      'Patient?_filter=gender eq male or (gender eq female and active eq true)',
      'or(Patient.gender(male), and(Patient.gender(female), Patient.active(true)))',
    ],
    ['Patient?_filter=((gender eq male))', 'Patient.gender(male)'],
    ['Patient?_filter=gender ne male', 'and(present token Patient.gender, not(Patient.gender(male)))'],
    ['Patient?_filter=gender pr false', 'not(present token Patient.gender)'],
    ['Patient?_filter=given ne "a,b"', 'and(present string Patient.given, not(Patient.given(equal "a,b")))'],
    [
      'Patient?_filter=given ew "x" or given gt "a" or given lt a or given ge a or given le a',
      'or(Patient.given(end "x"), Patient.given(gt "a"), Patient.given(lt "a"), Patient.given(ge "a"), Patient.given(le "a"))',
    ],
    [
      'Observation?_filter=date po 2014 and date co 2014-05 and date ap 2014 and date sa 2014 and date eb 2014',
      'and(Observation.date(ap [2014-01-01, 2015-01-01)), Observation.date(co [2014-05-01, 2014-06-01)), Observation.date(ap [2012-05-26T14:24, 2016-08-07T09:36)), Observation.date(sa [2014-01-01, 2015-01-01)), Observation.date(eb [2014-01-01, 2015-01-01)))',
    ],
    [
      'Observation?_filter=value-quantity gt 5.4|http://unitsofmeasure.org|mg',
      'Observation.value-quantity(gt 5.4 [5.35, 5.45) http://unitsofmeasure.org|mg = 0.0054 [0.00535, 0.00545) g1)',
    ],
    ['RiskAssessment?_filter=probability ne 5', 'RiskAssessment.probability(ne 5 [4.5, 5.5))'],
    [
      'Condition?_filter=code ss http://example.org/fruit|pome',
      'Condition.code(http://example.org/fruit|pome, http://example.org/fruit|apple, http://example.org/fruit|pear)',
    ],
    [
      'Condition?_filter=code sb http://example.org/fruit|apple',
      'Condition.code(http://example.org/fruit|apple, http://example.org/fruit|pome, http://example.org/fruit|fruit)',
    ],
    [
      'Condition?_filter=code in http://example.org/pomes',
      'Condition.code(http://example.org/fruit|apple, http://example.org/fruit|pear)',
    ],
    [
      'Condition?_filter=code ni "http://example.org/pomes"',
      'not(Condition.code(http://example.org/fruit|apple, http://example.org/fruit|pear))',
    ],
    [
      'Observation?_filter=subject re Patient/4',
      'Observation.subject(Patient/4, http://localhost/fhir/Patient/4)',
    ],
    [
      'Observation?_filter=subject ne Patient/4',
      'and(present reference Observation.subject, not(Observation.subject(Patient/4, http://localhost/fhir/Patient/4)))',
    ],
    [
      'ValueSet?_filter=url eq http://x and url co acme',
      'and(ValueSet.url(exact http://x), ValueSet.url(contains acme))',
    ],
    ['Patient?_filter=_id eq 1 and _lastUpdated gt 2010', 'and(id(1), updated gt [2010-01-01, 2011-01-01))'],
    ['Patient?_filter=_id ne 1', 'and(and(), not(id(1)))'],
    ['Patient?_filter=_lastUpdated po 2010', 'updated ap [2010-01-01, 2011-01-01)'],
    ['Patient?_filter=_id pr true', 'and()'],
    ['Group?_filter=characteristic-value eq gender$mixed', 'Group.characteristic-value(gender $ mixed)'],
    ['?_filter=_id eq 1', 'id(1)'],
    [
      '?_type=Patient,Practitioner&_filter=name co x',
      'or(and(type(Patient), Patient.name(contains "x")), and(type(Practitioner), Practitioner.name(contains "x")))',
    ],
    [
      'Patient?_filter=given eq a and given eq b and given eq c or given eq d',
      'or(and(Patient.given(equal "a"), Patient.given(equal "b"), Patient.given(equal "c")), Patient.given(equal "d"))',
    ],
    ['Observation?_filter=code eq "http://loinc.org|1234-5"', 'Observation.code(http://loinc.org|1234-5)'],
    [
      'Observation?_filter=code eq http://loinc.org|1234-5 and subject.name co "peter"',
      'and(Observation.code(http://loinc.org|1234-5), or(Observation.subject > Organization { Organization.name(contains "peter") }, Observation.subject > Group { Group.name(contains "peter") }, Observation.subject > Practitioner { Practitioner.name(contains "peter") }, Observation.subject > Location { Location.name(contains "peter") }, Observation.subject > Patient { Patient.name(contains "peter") }))',
    ],
    ['Patient?_filter=given sw "a \\"quoted\\" (name)]"', 'Patient.given(start "a "quoted" (name)]")'],
    ['Patient?_filter=given   eq   x', 'Patient.given(equal "x")'],
    [
      'Patient?_filter=not(gender eq male)and(active eq true)',
      'and(not(Patient.gender(male)), Patient.active(true))',
    ],
    [
      'Patient?_filter=not (gender eq male or not (active eq true))',
      'not(or(Patient.gender(male), not(Patient.active(true))))',
    ],
    [
      'Patient?_filter=general-practitioner:Practitioner.name eq x',
      'Patient.general-practitioner > Practitioner { Practitioner.name(equal "x") }',
    ],
    ['Patient?_filter=_text eq x', 'narrative "x"'],
    [
      'Observation?_filter=date gt 2013-01-14T10:00:00%2B01:00',
      'Observation.date(gt [2013-01-14T09:00, 2013-01-14T09:00:01))',
    ],
    ['Observation?_filter=value-quantity eq 5', 'Observation.value-quantity(eq 5 [4.5, 5.5) |)'],
    [
      'Evidence?_filter=study.title co "x"',
      'EvidenceReport < EvidenceReport.entry { ResearchStudy < ResearchStudy.result { ResearchStudy.title(contains "x") } }',
    ],
    ['Location?_filter=near eq 1|2', 'Location.near(1 2 10000)'],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      'RiskAssessment?_filter=probability co 5',
      'not-supported',
      'probability is of type number and cannot be compared by co; choose one',
    ],
    [
      'Patient?_filter=nonsense eq 1',
      'not-supported',
      'Patient cannot be searched by “nonsense”; choose one of: active, addre',
    ],
    [
      'Patient?_filter=gender co x',
      'not-supported',
      'gender is of type token and cannot be compared by co; choose one of: e',
    ],
    [
      'Patient?_filter=gender',
      'value',
      'The filter needs one of eq, ne, co, sw, ew, gt, lt, ge, le, ap, sa, eb',
    ],
    [
      'Patient?_filter=gender eq',
      'value',
      'The filter needs a value at character 10, where there is the end',
    ],
    [
      'Patient?_filter=gender zz x',
      'value',
      'The filter needs one of eq, ne, co, sw, ew, gt, lt, ge, le, ap, sa, eb',
    ],
    [
      'Patient?_filter=(gender eq male',
      'value',
      'The filter needs “)”, “and” or “or” at character 16, where there is the end',
    ],
    [
      'Patient?_filter=gender eq male)',
      'value',
      'The filter needs “and”, “or” or the end at character 15, where there is “)”',
    ],
    [
      'Patient?_filter=gender eq male and',
      'value',
      'The filter needs “and”, “or” or the end at character 16, where there is “and”',
    ],
    [
      'Patient?_filter=gender eq "male',
      'value',
      'The filter needs a value at character 11, where there is “"male”',
    ],
    ['Patient?_filter=gender eq "ma\\q"', 'value', '"ma\\q" is not a string as in JSON'],
    [
      'Patient?_filter=patient[gender eq male]',
      'value',
      'The filter needs “.” and a name after what is in brackets at character',
    ],
    [
      'Patient?_filter=link[active eq true] pr true',
      'value',
      'The filter needs “.” and a name after what is in brackets at character',
    ],
    ['Patient?_filter=gender.x eq 1', 'value', 'gender is not a reference: nothing can be chained to it'],
    [
      'Patient?_filter=and eq and',
      'not-supported',
      'Patient cannot be searched by “and”; choose one of: active, address, a',
    ],
    ['Patient?_filter=birthdate co nonsense', 'value', '“nonsense” is not a date'],
    ['Patient?_filter=gender pr maybe', 'value', 'pr needs true or false, not “maybe”'],
    [
      'Patient?_filter=general-practitioner:Group.name eq x',
      'value',
      'general-practitioner does not lead to “Group”, only to Organization, P',
    ],
    ['Patient?_filter=name eq', 'value', 'The filter needs a value at character 8, where there is the end'],
    [
      'Patient?_filter=_has eq x',
      'not-supported',
      'Patient cannot be searched by “_has”; choose one of: active, address, ',
    ],
    [
      'Patient?_filter=[gender eq male]',
      'value',
      'The filter needs the name of a search parameter at character 1, where ',
    ],
    [
      'Patient?_filter=gender eq male gender eq female',
      'value',
      'The filter needs “and”, “or” or the end at character 16, where there is “gender eq female”',
    ],
    [
      'Patient?_filter:not=gender eq male',
      'not-supported',
      'Patient cannot be searched by “_filter”; choose one of: active, addres',
    ],
    [
      '?_filter=gender eq male',
      'not-supported',
      'All types together cannot be searched by “gender”; choose one of: _con',
    ],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});
