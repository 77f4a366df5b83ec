import { describe, expect, test } from 'vitest';
import { criterionOf, issueOf } from './context.ts';

describe('chain', () => {
  test.each([
    [
      'DiagnosticReport?subject:Patient.name=peter',
      'DiagnosticReport.subject > Patient { Patient.name(start "peter") }',
    ],
    [
      'DiagnosticReport?subject.name=peter',
      'or(DiagnosticReport.subject > Organization { Organization.name(start "peter") }, DiagnosticReport.subject > Group { Group.name(start "peter") }, DiagnosticReport.subject > Practitioner { Practitioner.name(start "peter") }, DiagnosticReport.subject > Location { Location.name(start "peter") }, DiagnosticReport.subject > Patient { Patient.name(start "peter") })',
    ],
    [
      'Patient?general-practitioner.name=Joe&general-practitioner.address-state=MN',
      'and(or(Patient.general-practitioner > Organization { Organization.name(start "Joe") }, Patient.general-practitioner > Practitioner { Practitioner.name(start "Joe") }), or(Patient.general-practitioner > Organization { Organization.address-state(start "MN") }, Patient.general-practitioner > Practitioner { Practitioner.address-state(start "MN") }))',
    ],
    [
      'Observation?subject:Patient.organization.name=x',
      'Observation.subject > Patient { Patient.organization > Organization { Organization.name(start "x") } }',
    ],
    [
      'Observation?patient.organization.partof.name:exact=X',
      'Observation.patient > Patient { Patient.organization > Organization { Organization.partof > Organization { Organization.name(exact "X") } } }',
    ],
    [
      'Observation?patient.identifier=http://a|1',
      'Observation.patient > Patient { Patient.identifier(http://a|1) }',
    ],
    [
      'Observation?subject:Practitioner.name=x',
      'Observation.subject > Practitioner { Practitioner.name(start "x") }',
    ],
    [
      'Observation?focus.birthdate=2000',
      'or(Observation.focus > Patient { Patient.birthdate(eq [2000-01-01, 2001-01-01)) }, Observation.focus > Person { Person.birthdate(eq [2000-01-01, 2001-01-01)) }, Observation.focus > RelatedPerson { RelatedPerson.birthdate(eq [2000-01-01, 2001-01-01)) })',
    ],
    [
      'Observation?subject._id=1',
      'Observation.subject > Device/Organization/Procedure/NutritionProduct/Group/Practitioner/BiologicallyDerivedProduct/Substance/Location/Patient/Medication { id(1) }',
    ],
    [
      'Observation?subject._type=Group,Device',
      'Observation.subject > Device/Organization/Procedure/NutritionProduct/Group/Practitioner/BiologicallyDerivedProduct/Substance/Location/Patient/Medication { type(Group, Device) }',
    ],
    [
      'Observation?patient._has:Group:member:type=person',
      'Observation.patient > Patient { Group < Group.member { Group.type(person) } }',
    ],
    [
      'Evidence?study=ResearchStudy/NCT1',
      'EvidenceReport < EvidenceReport.entry { ResearchStudy < ResearchStudy.result { id(NCT1) } }',
    ],
    [
      'Evidence?study=NCT1',
      'EvidenceReport < EvidenceReport.entry { ResearchStudy < ResearchStudy.result { id(NCT1) } }',
    ],
    [
      'Evidence?study.title=x',
      'EvidenceReport < EvidenceReport.entry { ResearchStudy < ResearchStudy.result { ResearchStudy.title(start "x") } }',
    ],
    [
      'Evidence?study:missing=true',
      'not(EvidenceReport < EvidenceReport.entry { ResearchStudy < ResearchStudy.result { and() } })',
    ],
    [
      'Evidence?study=http://other/ResearchStudy/1',
      'EvidenceReport < EvidenceReport.entry { ResearchStudy < ResearchStudy.result { id() } }',
    ],
    [
      'Evidence?study:ResearchStudy=1',
      'EvidenceReport < EvidenceReport.entry { ResearchStudy < ResearchStudy.result { id(1) } }',
    ],
    [
      'Evidence?study:ResearchStudy.phase=phase-3',
      'EvidenceReport < EvidenceReport.entry { ResearchStudy < ResearchStudy.result { ResearchStudy.phase(phase-3) } }',
    ],
    [
      'ResearchStudy?_has:Evidence:study:status=active',
      'ResearchStudy.result > EvidenceReport { EvidenceReport.entry > Evidence { Evidence.status(active) } }',
    ],
    [
      'DiagnosticReport?result.code-value-quantity=http://loinc.org|2823-3$gt5.4',
      'DiagnosticReport.result > Observation { Observation.code-value-quantity(http://loinc.org|2823-3 $ gt 5.4 [5.35, 5.45) |) }',
    ],
    [
      'Patient?_profile.name=x',
      'Resource._profile > StructureDefinition { StructureDefinition.name(start "x") }',
    ],
    ['Bundle?composition.title=x', 'Bundle.composition > Composition { Composition.title(start "x") }'],
    [
      'Evidence?study.sponsor.name=x',
      'EvidenceReport < EvidenceReport.entry { ResearchStudy < ResearchStudy.result { or(ResearchStudy.sponsor > Organization { Organization.name(start "x") }, ResearchStudy.sponsor > Practitioner { Practitioner.name(start "x") }) } }',
    ],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      'Observation?subject:Nonsense.name=x',
      'value',
      'subject does not lead to “Nonsense”, only to Device, Organization, Pro',
    ],
    ['Observation?code.name=x', 'value', 'code is not a reference: nothing can be chained to it'],
    ['Observation?patient.nonsense=x', 'not-supported', '“nonsense” is not a search parameter of Patient'],
    [
      'Observation?patient.birthdate=nonsense',
      'value',
      '“nonsense” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-01-3',
    ],
    ['Observation?patient:missing.name=x', 'value', 'patient does not lead to “missing”, only to Patient'],
    ['Observation?a.b.c.d.e.f.g.h.i.j.k=1', 'too-costly', 'A chain may have 10 steps'],
    ['Observation?patient..name=x', 'not-supported', '“” is not a search parameter of Patient'],
    [
      'Observation?.name=x',
      'not-supported',
      'Observation cannot be searched by “”; choose one of: based-on, categor',
    ],
    ['Observation?patient.=x', 'not-supported', '“” is not a search parameter of Patient'],
    [
      'Observation?patient.name=,',
      'value',
      'an empty value matches nothing; leave the parameter out instead',
    ],
    [
      'Observation?subject:Patient:exact.name=x',
      'not-supported',
      '“subject:Patient:exact.name” has more than one modifier; a parameter takes one',
    ],
    ['Observation?patient._filter=x', 'not-supported', '“_filter” is not a search parameter of Patient'],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('has', () => {
  test.each([
    [
      'Patient?_has:Observation:patient:code=1234-5',
      'Observation < Observation.patient { Observation.code(1234-5) }',
    ],
    [
      'Patient?_has:Observation:patient:code=123,456&_has:Observation:patient:code=456',
      'and(Observation < Observation.patient { Observation.code(123, 456) }, Observation < Observation.patient { Observation.code(456) })',
    ],
    [
      'Patient?_has:Observation:patient:_has:AuditEvent:entity:agent=Practitioner/1',
      'Observation < Observation.patient { AuditEvent < AuditEvent.entity { AuditEvent.agent(Practitioner/1, http://localhost/fhir/Practitioner/1) } }',
    ],
    [
      'Patient?_has:Observation:patient:encounter.status=finished',
      'Observation < Observation.patient { Observation.encounter > Encounter { Encounter.status(finished) } }',
    ],
    [
      'Patient?_has:Observation:patient:date:missing=true',
      'Observation < Observation.patient { not(present date Observation.date) }',
    ],
    ['?_has:Observation:patient:code=1', 'Observation < Observation.patient { Observation.code(1) }'],
    ['Patient?_has:Observation:patient:_id=1', 'Observation < Observation.patient { id(1) }'],
    [
      'Patient?general-practitioner._has:PractitionerRole:practitioner:role=x',
      'Patient.general-practitioner > Practitioner { PractitionerRole < PractitionerRole.practitioner { PractitionerRole.role(x) } }',
    ],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    ['Patient?_has:Nonsense:patient:code=1', 'value', '“Nonsense” is not a resource type'],
    [
      'Patient?_has:Observation:nonsense:code=1',
      'not-supported',
      '“nonsense” is not a reference of Observation; choose one of: based-on,',
    ],
    [
      'Patient?_has:Observation:code:code=1',
      'not-supported',
      '“code” is not a reference of Observation; choose one of: based-on, com',
    ],
    [
      'Patient?_has:Encounter:location:status=x',
      'value',
      'location of Encounter does not lead to Patient, only to Location',
    ],
    [
      'Patient?_has:Observation:patient:nonsense=1',
      'not-supported',
      'Observation cannot be searched by “nonsense”; choose one of: based-on,',
    ],
    [
      'Patient?_has:Observation:patient=1',
      'value',
      '“_has:Observation:patient” is not _has:Type:reference:parameter',
    ],
    [
      'Patient?_has=1',
      'not-supported',
      'Patient cannot be searched by “_has”; choose one of: active, address, ',
    ],
    [
      'Patient?_has:Observation:patient:_has:Nonsense:entity:agent=1',
      'value',
      '“Nonsense” is not a resource type',
    ],
    ['Patient?_has::patient:code=1', 'value', '“_has::patient:code” is not _has:Type:reference:parameter'],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('common', () => {
  test.each([
    ['Patient?_id=1,2', 'id(1, 2)'],
    ['Patient?_id:not=1', 'not(id(1))'],
    ['Patient?_lastUpdated=gt2010-10-01', 'updated gt [2010-10-01, 2010-10-02)'],
    [
      'Patient?_lastUpdated=ge2010,lt2009',
      'or(updated ge [2010-01-01, 2011-01-01), updated lt [2009-01-01, 2010-01-01))',
    ],
    ['Patient?_tag=http://acme.org/codes|needs-review', 'Resource._tag(http://acme.org/codes|needs-review)'],
    ['Patient?_tag:not=x', 'not(Resource._tag(x))'],
    ['Patient?_security=R', 'Resource._security(R)'],
    ['Patient?_language=en', 'Resource._language(en)'],
    ['Patient?_text=(bone OR liver) AND metastases', 'narrative and(or("bone", "liver"), "metastases")'],
    ['Patient?_content="lung cancer" AND NOT small-cell', 'content and("lung cancer", not("small cell"))'],
    ['Patient?_content=metast*', 'content "metast*"'],
    ['Patient?_content=a b or c d', 'content or(and("a", "b"), and("c", "d"))'],
    ['Patient?_content=bone,liver', 'or(content "bone", content "liver")'],
    ['Patient?_list=42', 'List < List.item { id(42) }'],
    ['Patient?_list=List/42,43', 'List < List.item { id(42, 43) }'],
    ['Patient?_in=Group/1,List/2', 'or(Group < Group.member { id(1) }, List < List.item { id(2) })'],
    ['Patient?_in=CareTeam/1', 'CareTeam < CareTeam.participant { id(1) }'],
    [
      'Patient?_text="bone marrow" biops* NOT (liver OR kidney)',
      'narrative and("bone marrow", "biops*", not(or("liver", "kidney")))',
    ],
    ['Patient?_content=Müller-Straße', 'content "muller strasse"'],
    ['Patient?_content=NOT a AND b', 'content and(not("a"), "b")'],
    ['Patient?_source:below=http://example.org/a', 'Resource._source(below http://example.org/a)'],
    [
      'Patient?_security:not-in=http://example.org/pomes',
      'not(Resource._security(http://example.org/fruit|apple, http://example.org/fruit|pear))',
    ],
    ['Patient?_in=http://localhost/fhir/Group/1', 'Group < Group.member { id(1) }'],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    ['Patient?_id=not an id', 'value', '“not an id” is not a logical id'],
    ['Patient?_id:missing=true', 'not-supported', '_id has no modifier “missing”; it takes not'],
    ['Patient?_content=(bone', 'value', 'A bracket is not closed'],
    ['Patient?_content=bone)', 'value', 'A bracket is closed that is not open'],
    ['Patient?_content="bone', 'value', '“"bone” has a quotation mark that is not closed'],
    ['Patient?_content=AND', 'value', '“AND” has no word to look for'],
    ['Patient?_content=***', 'value', '“***” has no word to look for'],
    [
      'Patient?_content=bone AND',
      'value',
      'AND, OR, NOT and brackets need words: (bone OR liver) AND metastases',
    ],
    ['Patient?_content=NOT', 'value', '“NOT” has no word to look for'],
    ['Patient?_text:missing=true', 'not-supported', '_text has no modifier “missing”; it takes none'],
    [
      'Patient?_list=$current-allergies',
      'not-supported',
      'The functional list $current-allergies is not known here',
    ],
    ['Patient?_list=Patient/1', 'value', '“Patient/1” is not the id of a list; write 42 or List/42'],
    ['Patient?_in=1', 'value', '“1” is not CareTeam/id, Group/id or List/id'],
    ['Patient?_query=x', 'not-supported', 'There are no named queries here; search by parameters or _filter'],
    ['Patient?_graph=x', 'not-supported', 'Graphs are not supported; use _include and _revinclude'],
    ['Patient?_score=x', 'not-supported', 'Results have no score'],
    [
      'Patient?_maxresults=5',
      'not-supported',
      'The number of results is not limited; use _count for the size of a page',
    ],
    [
      'Patient?nonsense=x',
      'not-supported',
      'Patient cannot be searched by “nonsense”; choose one of: active, addre',
    ],
    ['Patient?_type=Patient', 'value', 'The address names the type already'],
    [
      'Patient?_lastUpdated=nonsense',
      'value',
      '“nonsense” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-01-3',
    ],
    [
      'Patient?_lastUpdated:missing=true',
      'not-supported',
      '_lastUpdated has no modifier “missing”; it takes none',
    ],
    ['Patient?_content=,', 'value', 'an empty value matches nothing; leave the parameter out instead'],
    [
      'Patient?_list=List/1/_history/2',
      'value',
      '“List/1/_history/2” is not the id of a list; write 42 or List/42',
    ],
    ['Patient?_list=,', 'value', 'an empty value matches nothing; leave the parameter out instead'],
    [
      'Patient?_in=Group/1/_history/2',
      'value',
      '“Group/1/_history/2” is not CareTeam/id, Group/id or List/id',
    ],
    ['Patient?_type:not=Group', 'not-supported', '_type has no modifier “not”; it takes none'],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});

describe('types', () => {
  test.each([
    ['?_type=Observation,Condition&_id=1', 'id(1)'],
    [
      '?_type=Observation,Condition&patient=1',
      'or(and(type(Observation), Observation.patient(Patient/1, http://localhost/fhir/Patient/1)), and(type(Condition), Condition.patient(Patient/1, http://localhost/fhir/Patient/1)))',
    ],
    [
      '?_type=Observation,Condition&code=x',
      'or(and(type(Observation), Observation.code(x)), and(type(Condition), Condition.code(x)))',
    ],
    [
      '?_type=Observation,Condition&subject:Patient=1',
      'or(and(type(Observation), Observation.subject(Patient/1, http://localhost/fhir/Patient/1)), and(type(Condition), Condition.subject(Patient/1, http://localhost/fhir/Patient/1)))',
    ],
    ['?_tag=x', 'Resource._tag(x)'],
    ['?_profile=http://x', 'Resource._profile(http://x)'],
  ])('%s', async (url, criterion) => {
    expect(await criterionOf(url)).toBe(criterion);
  });

  test.each([
    [
      '?_type=Observation,Condition&nonsense=x',
      'not-supported',
      'Observation, Condition cannot be searched by “nonsense”; choose one of',
    ],
    [
      '?_type=Observation,Condition&onset-date=2010',
      'not-supported',
      'Observation, Condition cannot be searched by “onset-date”; choose one ',
    ],
    ['?_type=Nonsense', 'value', '“Nonsense” is not a resource type'],
    ['?_type=Patient,', 'value', '“” is not a resource type'],
    ['?_type=Patient&_type=Group', 'value', '_type is given more than once'],
    ['?name=x', 'not-supported', 'All types together cannot be searched by “name”; choose one of: _conte'],
  ])('%s is refused', async (url, code, text) => {
    expect(await issueOf(url)).toMatchObject({ code, text: expect.stringContaining(text) });
  });
});
