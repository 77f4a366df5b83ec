Extension: DerivationExtension
Id: derivation
Title: "Derivation"
Description: "How the value of an element came from the words of its source: copied, put into a standard form, or concluded from what is stated. It stands beside the derivation-reference extensions that name the places in the source."
Context: Element
* value[x] 1..1
* value[x] only code
* valueCode from DerivationValueSet (required)

Extension: EvidenceDirectionExtension
Id: evidence-direction
Title: "Evidence direction"
Description: "The direction of an effect or change as the source says it in words."
Context: Evidence
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from EvidenceDirectionValueSet (required)
* insert Fact(valueCodeableConcept)

Extension: AgentSourceExtension
Id: agent-source
Title: "Agent source"
Description: "The tissue, organ or cell from which an administered agent is derived, in the words of the source."
Context: ActivityDefinition.product[x]
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept.text 1..1
* insert Fact(valueCodeableConcept)

Extension: RecordPathExtension
Id: record-path
Title: "Record path"
Description: "The place of the value in a registry record: the names and indices from its root, as the record writes them. It stands beside the derivation-reference extension that gives the same place in characters."
Context: Element
* value[x] 1..1
* value[x] only string

Extension: RecordRemarkExtension
Id: record-remark
Title: "Record remark"
Description: "What a registry record says and FHIR has no element for, under the record's own name for it. The place stands in the record-path extension of the value."
Context: ResearchStudy
* value[x] 1..1
* value[x] only string
* insert Fact(valueString)

Extension: ConflictingValueExtension
Id: conflicting-value
Title: "Conflicting value"
Description: "What a source says otherwise than the element it stands on: where several sources of a study disagree, or where a person corrected what a source says. The place in the source stands on the value."
Context: Element
* value[x] 1..1

Extension: SiteStateExtension
Id: site-state
Title: "Site state"
Description: "How far a study is at one of its sites."
Context: ResearchStudy.site
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from http://hl7.org/fhir/ValueSet/research-study-status (extensible)
// R4's value set of that name has other codes, so that the words are all that it has of the binding.
* valueCodeableConcept ^binding.description = "R5's states of a study"
* insert Fact(valueCodeableConcept)

Extension: PlannedPartExtension
Id: planned-part
Title: "Planned part"
Description: "How many people are planned in a part of a study: a country or region, an age group, an arm, in the words of the source."
Context: ResearchStudy.recruitment
* extension contains
    part 1..1 and
    number 1..1
* extension[part].value[x] 1..1
* extension[part].value[x] only CodeableConcept
* insert Fact(extension[part].valueCodeableConcept.text)
* extension[number].value[x] 1..1
* extension[number].value[x] only unsignedInt
* insert Fact(extension[number].valueUnsignedInt)

Extension: OtherNameExtension
Id: other-name
Title: "Other name"
Description: "Another name of what is given or done, in the words of the source."
Context: ActivityDefinition
* value[x] 1..1
* value[x] only string
* insert Fact(valueString)

Extension: CrossVersionElementExtension
Id: cross-version-element
Title: "Cross-version element"
Description: "An element of R5 in a resource of R4, whose type R4 does not have, so that no cross-version extension can be defined for it there. The part element has its value, or its elements by their names."
Context: Element
* extension contains
    path 1..1 and
    element 1..1
* extension[path].value[x] 1..1
* extension[path].value[x] only string
