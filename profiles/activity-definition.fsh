Invariant: dosage-holds-timing
Description: "Where there is a dosage, timing and quantity stand in it and nowhere else."
Severity: #error
Expression: "dosage.exists() implies (timing.empty() and quantity.empty())"

Invariant: lost-dose-in-words
Description: "A dose whose value the source has lost keeps its words."
Severity: #error
Expression: "doseAndRate.dose.ofType(Quantity).where(value.hasValue().not()).exists() implies text.exists()"

Invariant: dose-positive
Description: "A dose is greater than 0."
Severity: #warning
Expression: "doseAndRate.dose.ofType(Quantity).where(value <= 0).empty()"

Invariant: says-what
Description: "What is given stands as a product, what is done as a code."
Severity: #error
Expression: "product.exists() or code.exists()"

Profile: TrialAdministration
Parent: ActivityDefinition
Id: trial-administration
Title: "Trial administration"
Description: "What is given or done in a trial: one administration of a treatment in an arm, or an intervention of a registry record, with agent, dose, route, number and interval as far as the source states them."
* obeys dosage-holds-timing and says-what
* text 1..1
* url 1..1
* title 1..1
* extension contains OtherNameExtension named otherName 0..*
* insert Fact(title)
* insert Fact(description)
* insert Fact(topic.text)
* code.text 1..1
* insert Fact(code.text)
* product[x] only CodeableConcept
* productCodeableConcept.text 1..1
* productCodeableConcept.extension contains AgentSourceExtension named source 0..1
* insert Fact(productCodeableConcept.text)
* dosage 0..1
* dosage obeys lost-dose-in-words and dose-positive
* insert Fact(dosage.text)
* insert Fact(dosage.route)
* insert Fact(dosage.route.text)
* insert Fact(dosage.method)
* insert Fact(dosage.method.text)
* insert Fact(dosage.additionalInstruction.text)
* insert Fact(dosage.maxDosePerPeriod.numerator)
* insert Fact(dosage.maxDosePerPeriod.numerator.unit)
* insert Fact(dosage.timing.repeat.count)
* insert Fact(dosage.timing.repeat.period)
* insert Fact(dosage.timing.code.text)
* insert Fact(dosage.doseAndRate.dose[x])
