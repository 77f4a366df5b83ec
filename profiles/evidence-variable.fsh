Invariant: time-not-empty
Description: "A time says when: by a quantity or range, an event or in words."
Severity: #error
Expression: "quantity.exists() or range.exists() or event.exists() or description.exists()"

Profile: TrialVariable
Parent: EvidenceVariable
Id: trial-variable
Title: "Trial variable"
Description: "What a trial measures, gives or requires: an outcome at a time point, the treatment of an arm, or the eligibility criteria. OutcomeDefinition, ExposureDefinition and StudyEligibilityCriteria of the EBM-on-FHIR guide correspond to it."
* text 1..1
* url 1..1
* title 1..1
* insert Fact(title)
* insert Fact(description)
* characteristic.description 1..1
* insert Fact(characteristic.description)
* characteristic.timeFromEvent obeys time-not-empty
* characteristic.timeFromEvent.quantity.value 1..1
* characteristic.timeFromEvent.quantity.system 1..1
* characteristic.timeFromEvent.quantity.system = $ucum
* characteristic.timeFromEvent.quantity.code 1..1
* insert Fact(characteristic.timeFromEvent.quantity)
* insert Fact(characteristic.timeFromEvent.description)
* insert Fact(handling)
* insert Fact(note.text)
* insert Fact(characteristic.definitionByTypeAndValue.value[x])
