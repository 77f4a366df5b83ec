Profile: TrialSite
Parent: Location
Id: trial-site
Title: "Trial site"
Description: "A place where a trial is done. Its state stands in the reference of the study to it, as it is the study's there."
* text 1..1
* insert Fact(name)
* insert Contact(contact)
* insert Fact(address.line)
* insert Fact(address.city)
* insert Fact(address.state)
* insert Fact(address.postalCode)
* insert Fact(address.country)
* insert Fact(position.longitude)
* insert Fact(position.latitude)
