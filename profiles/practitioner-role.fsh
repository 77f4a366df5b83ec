Profile: TrialPractitionerRole
Parent: PractitionerRole
Id: trial-practitioner-role
Title: "Trial practitioner role"
Description: "A person who takes part in a trial, in the position and organization that a source names, or an office that can be reached without a name."
* text 1..1
* practitioner only Reference(TrialPractitioner)
* insert Fact(organization.display)
* insert Fact(code.text)
* insert Contact(contact)
