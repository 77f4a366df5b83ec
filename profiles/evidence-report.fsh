Invariant: report-names-study
Description: "A report says which study it is about."
Severity: #error
Expression: "subject.characteristic.value.ofType(Reference).where(reference.matches('(^|/)ResearchStudy/')).exists()"

Invariant: section-titles-distinct
Description: "No two sections have the same title."
Severity: #error
Expression: "section.title.isDistinct()"

Profile: TrialEvidenceReport
Parent: EvidenceReport
Id: trial-evidence-report
Title: "Trial evidence report"
Description: "The evidence that one source reports of a trial, in sections: baseline, results, adverse events, conclusions. ComparativeEvidenceReport of the EBM-on-FHIR guide corresponds to it."
* obeys report-names-study and section-titles-distinct
* text 1..1
* relatedIdentifier.system 1..1
* relatedIdentifier.value 1..1
* insert Fact(relatedIdentifier.value)
* citeAs[x] only Reference(TrialCitation)
* subject.characteristic 1..*
* section.title 1..1
* section.entryReference 1..*
* section.entryReference only Reference(ArmEvidence or ComparisonEvidence or FindingEvidence)
