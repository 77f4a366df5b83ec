Invariant: arm-has-link-id
Description: "A group of the trial's own people has the linkId of its action in the protocol; only external controls have none."
Severity: #error
Expression: "linkId.exists() or type.text = 'external control'"

Invariant: external-not-enrolled
Description: "External controls are not enrolled: they have no linkId and no observed group."
Severity: #error
Expression: "type.where(text = 'external control').exists() implies (linkId.empty() and observedGroup.empty())"

Invariant: official-number-has-system
Description: "The study's own number names the registry that gave it."
Severity: #error
Expression: "use = 'official' implies system.exists()"

Invariant: arms-distinct
Description: "No two comparison groups have the same linkId."
Severity: #error
Expression: "comparisonGroup.linkId.isDistinct()"

Profile: TrialResearchStudy
Parent: ResearchStudy
Id: trial-research-study
Title: "Trial research study"
Description: "A clinical trial as one source tells it. What the source does not state is absent; every stated fact names its place in the source. Its results are in the evidence report it refers to."
* obeys arms-distinct
* text 1..1
* identifier obeys official-number-has-system
* identifier.value 1..1
* insert Fact(identifier.value)
* insert Fact(identifier.period.start)
* insert Fact(identifier.type.text)
* insert Fact(identifier.assigner.display)
* extension contains
    $study-registration named registration 0..* and
    RecordRemarkExtension named remark 0..*
* insert Fact(extension[registration].extension[actual].valueBoolean)
* insert Fact(extension[registration].extension[period].valuePeriod.start)
* insert Fact(title)
* label.type 1..1
* label.type from http://hl7.org/fhir/ValueSet/title-type (extensible)
* label.value 1..1
* insert Fact(label.value)
* insert Fact(relatedArtifact.classifier.text)
* insert Fact(relatedArtifact.display)
* insert Fact(relatedArtifact.citation)
* insert Fact(relatedArtifact.document.url)
* insert Fact(relatedArtifact.document.creation)
* insert Fact(primaryPurposeType.text)
* protocol only Reference(TrialProtocol)
* phase from http://hl7.org/fhir/ValueSet/research-study-phase (extensible)
* insert Fact(phase)
* insert Fact(phase.text)
* studyDesign ^slicing.discriminator.type = #value
* studyDesign ^slicing.discriminator.path = "coding.system"
* studyDesign ^slicing.rules = #open
* insert Fact(studyDesign)
* studyDesign contains sevco 0..* and trialbridge 0..*
* studyDesign[sevco] from http://hl7.org/fhir/ValueSet/study-design (required)
* studyDesign[sevco].coding 1..1
* studyDesign[sevco].coding.system 1..1
* studyDesign[sevco].coding.system = $sevco
* studyDesign[trialbridge] from StudyDesignValueSet (required)
* studyDesign[trialbridge].coding 1..1
* studyDesign[trialbridge].coding.system 1..1
* studyDesign[trialbridge].coding.system = Canonical(StudyDesignCodeSystem)
* insert Fact(studyDesign.text)
* insert Fact(focus.concept.text)
* insert Fact(focus.concept.coding.code)
* insert Fact(condition)
* insert Fact(condition.text)
* insert Fact(condition.coding.code)
* insert Fact(keyword.text)
* insert Fact(region.text)
* insert Fact(descriptionSummary)
* insert Fact(description)
* insert Fact(progressStatus.state)
* insert Fact(progressStatus.state.text)
* insert Fact(progressStatus.actual)
* insert Fact(progressStatus.period.start)
* insert Fact(progressStatus.period.end)
* insert Fact(whyStopped.text)
* insert Fact(classifier)
* insert Fact(classifier.text)
* site only Reference(TrialSite)
* site.extension contains SiteStateExtension named state 0..1
* insert Fact(associatedParty.name)
* insert Fact(associatedParty.role)
* insert Fact(associatedParty.classifier.text)
* associatedParty.party only Reference(TrialOrganization or TrialPractitioner or TrialPractitionerRole)
* insert Fact(period.start)
* insert Fact(period.end)
* insert Fact(recruitment)
* recruitment.extension contains PlannedPartExtension named part 0..*
* insert Fact(recruitment.targetNumber)
* insert Fact(recruitment.actualNumber)
* recruitment.eligibility only Reference(TrialVariable)
* comparisonGroup obeys arm-has-link-id and external-not-enrolled
* insert Fact(comparisonGroup.name)
* insert Fact(comparisonGroup.type)
* insert Fact(comparisonGroup.description)
* comparisonGroup.intendedExposure only Reference(TrialVariable)
* comparisonGroup.observedGroup only Reference(TrialGroup)
* objective.description 1..1
* insert Fact(objective.description)
* outcomeMeasure.name 1..1
* insert Fact(outcomeMeasure.name)
* insert Fact(outcomeMeasure.description)
* outcomeMeasure.type from http://hl7.org/fhir/ValueSet/research-study-objective-type (extensible)
* insert Fact(outcomeMeasure.type)
* outcomeMeasure.reference 1..1
* outcomeMeasure.reference only Reference(TrialVariable)
* result only Reference(TrialEvidenceReport)
