Invariant: enumerated-has-quantity
Description: "A group is enumerated exactly if its number of people is known."
Severity: #error
Expression: "(membership = 'enumerated') = quantity.exists()"

Profile: TrialGroup
Parent: Group
Id: trial-group
Title: "Trial group"
Description: "People of a trial who were enrolled, analysed or observed, as a number and without naming anyone. StudyGroup of the EBM-on-FHIR guide corresponds to it."
* obeys enumerated-has-quantity
* text 1..1
* type = #person
* name 1..1
* insert Fact(name)
* insert Fact(quantity)
* member 0..0
