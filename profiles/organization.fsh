Profile: TrialOrganization
Parent: Organization
Id: trial-organization
Title: "Trial organization"
Description: "An organization that a source names, such as a publisher or a sponsor."
* text 1..1
* name 1..1
* insert Fact(name)
* insert Contact(contact)
