Profile: TrialPractitioner
Parent: Practitioner
Id: trial-practitioner
Title: "Trial practitioner"
Description: "A person whom a source names as author or investigator."
* text 1..1
* name 1..1
* name.text 1..1
* insert Fact(name.text)
* insert Fact(identifier.value)
