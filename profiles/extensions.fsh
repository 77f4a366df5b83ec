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
