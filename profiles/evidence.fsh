// The three forms of evidence: a result of one group, a comparison of groups, a finding in words.

Invariant: variable-defined
Description: "A variable is a resource or is described."
Severity: #error
Expression: "observed.exists() or intended.exists() or description.exists()"

Invariant: group-named
Description: "A result of one group names the group, as exposure or as population."
Severity: #error
Expression: "variableDefinition.variableRole.coding.where(code = 'exposure' or code = 'population').exists()"

Invariant: statistic-has-value
Description: "A statistic of one group has a value, a number affected or a number of events."
Severity: #error
Expression: "quantity.exists() or numberAffected.exists() or numberOfEvents.exists()"

Invariant: estimate-has-type
Description: "A value of a comparison says which statistic it is."
Severity: #error
Expression: "quantity.exists() implies statisticType.exists()"

Invariant: comparison-has-value
Description: "A comparison has an estimate, an attribute of one, such as a P value, or what was done and found in words."
Severity: #error
Expression: "quantity.exists() or attributeEstimate.exists() or modelCharacteristic.exists() or note.exists() or description.exists()"

// From here on the reported numbers are judged: a wrong one is stored as it was reported.

Invariant: affected-within-sample
Description: "No more participants are affected than were looked at."
Severity: #warning
Expression: "(numberAffected > sampleSize.knownDataCount).allFalse()"

Invariant: percentage-within-100
Description: "A proportion in per cent lies between 0 and 100."
Severity: #warning
Expression: "(statisticType.coding.where(code = 'C44256').exists() and quantity.where(code = '%' or unit = '%').exists()) implies ((quantity.value < 0) | (quantity.value > 100)).allFalse()"

Invariant: quartiles-around-median
Description: "The quartiles lie on both sides of the median, or on it."
Severity: #warning
Expression: "statisticType.coding.where(code = 'C28007').exists() implies ((attributeEstimate.where(type.coding.where(code = 'C53245').exists()).range.low.value.first() > quantity.value) | (attributeEstimate.where(type.coding.where(code = 'C53245').exists()).range.high.value.first() < quantity.value)).allFalse()"

Invariant: interval-contains-estimate
Description: "A confidence interval contains its estimate."
Severity: #warning
Expression: "((attributeEstimate.where(type.coding.where(code = 'C53324').exists()).range.low.value.first() > quantity.value) | (attributeEstimate.where(type.coding.where(code = 'C53324').exists()).range.high.value.first() < quantity.value)).allFalse()"

Invariant: ratio-not-negative
Description: "A ratio of risks, odds, hazards or rates is not negative."
Severity: #warning
Expression: "statisticType.coding.where(code = 'C93152' or code = 'C16932' or code = 'C93150' or code = 'rate-ratio').exists() implies (quantity.value < 0).allFalse()"

Invariant: lower-not-above-upper
Description: "The lower bound is not above the upper bound."
Severity: #warning
Expression: "(low.value > high.value).allFalse()"

Invariant: level-is-fraction
Description: "The level of an interval is a fraction between 0 and 1."
Severity: #warning
Expression: "((level <= 0) | (level >= 1)).allFalse()"

Invariant: p-value-between-0-and-1
Description: "A P value lies between 0 and 1."
Severity: #warning
Expression: "((quantity.value < 0) | (quantity.value > 1)).allFalse()"

Invariant: deviation-not-negative
Description: "A standard deviation is not negative."
Severity: #warning
Expression: "(quantity.value < 0).allFalse()"

RuleSet: EvidenceOfTrial
* text 1..1
* title 1..1
* insert Fact(description)
* relatedArtifact ^slicing.discriminator.type = #value
* relatedArtifact ^slicing.discriminator.path = "type"
* relatedArtifact ^slicing.rules = #open
* relatedArtifact contains source 0..*
* relatedArtifact[source].type = #derived-from
* relatedArtifact[source].resourceReference 1..1
* relatedArtifact[source].resourceReference only Reference(TrialCitation)
* variableDefinition obeys variable-defined
* insert Fact(variableDefinition)
* variableDefinition ^slicing.discriminator.type = #value
* variableDefinition ^slicing.discriminator.path = "variableRole"
* variableDefinition ^slicing.rules = #open
* variableDefinition contains
    population 0..1 and
    measuredVariable 0..1 and
    exposure 0..* and
    referenceExposure 0..1
* variableDefinition[population].variableRole = $variable-role#population
* variableDefinition[population].observed only Reference(TrialGroup)
* variableDefinition[measuredVariable].variableRole = $variable-role#measuredVariable
* variableDefinition[measuredVariable].observed only Reference(TrialVariable)
* variableDefinition[exposure].variableRole = $variable-role#exposure
* variableDefinition[exposure].observed only Reference(TrialGroup)
* variableDefinition[exposure].intended only Reference(TrialVariable)
* variableDefinition[referenceExposure].variableRole = $variable-role#referenceExposure
* variableDefinition[referenceExposure].observed only Reference(TrialGroup)
* variableDefinition[referenceExposure].intended only Reference(TrialVariable)

RuleSet: EstimateSlices
* insert Fact(statistic.quantity)
* insert Fact(statistic.quantity.unit)
* statistic.attributeEstimate.type 1..1
* insert Fact(statistic.attributeEstimate.quantity)
* statistic.attributeEstimate obeys level-is-fraction
* insert Fact(statistic.attributeEstimate.level)
* statistic.attributeEstimate.range obeys lower-not-above-upper
* insert Fact(statistic.attributeEstimate.range.low)
* insert Fact(statistic.attributeEstimate.range.high)
* statistic.attributeEstimate ^slicing.discriminator.type = #value
* statistic.attributeEstimate ^slicing.discriminator.path = "type"
* statistic.attributeEstimate ^slicing.rules = #open

RuleSet: Estimate(slice, code)
* statistic.attributeEstimate[{slice}].type = $attribute-estimate-type#{code}

Profile: ArmEvidence
Parent: Evidence
Id: arm-evidence
Title: "Arm evidence"
Description: "A result of one group of a trial: values of one outcome at one time, with the number of people looked at. NonComparativeEvidence of the EBM-on-FHIR guide corresponds to it. Rules on the reported numbers are warnings, so that a wrong number can be stored as it was reported."
* obeys group-named
* insert EvidenceOfTrial
* variableDefinition[measuredVariable] 1..1
* variableDefinition[measuredVariable].observed 1..1
* variableDefinition[exposure] 0..1
* variableDefinition[referenceExposure] 0..0
* statistic 1..*
* statistic obeys statistic-has-value and affected-within-sample and percentage-within-100 and quartiles-around-median
* statistic.statisticType 1..1
* statistic.statisticType from ArmStatisticTypeValueSet (extensible)
* insert Fact(statistic.numberAffected)
* insert Fact(statistic.numberOfEvents)
* insert Fact(statistic.sampleSize.knownDataCount)
* statistic.sampleSize.extension contains SampleUnitsExtension named units 0..*
* insert EstimateSlices
* statistic.attributeEstimate contains
    interquartileRange 0..1 and
    range 0..1 and
    standardDeviation 0..1
* insert Estimate(interquartileRange, C53245)
* statistic.attributeEstimate[interquartileRange].range 1..1
* insert Estimate(range, C38013)
* statistic.attributeEstimate[range].range 1..1
* insert Estimate(standardDeviation, C53322)
* statistic.attributeEstimate[standardDeviation].quantity 1..1
* statistic.attributeEstimate[standardDeviation] obeys deviation-not-negative

Profile: ComparisonEvidence
Parent: Evidence
Id: comparison-evidence
Title: "Comparison evidence"
Description: "A comparison of groups or an analysis of a trial: one estimate with its interval and P value, or a P value alone. Several exposures are groups of which the source does not say which is compared with which. ComparativeEvidence of the EBM-on-FHIR guide corresponds to it. Rules on the reported numbers are warnings, so that a wrong number can be stored as it was reported."
* insert EvidenceOfTrial
* extension contains EvidenceDirectionExtension named direction 0..1
* variableDefinition[measuredVariable] 1..1
* variableDefinition[measuredVariable].observed 1..1
* variableDefinition[exposure] 1..*
* statistic 1..1
* statistic obeys estimate-has-type and comparison-has-value and interval-contains-estimate and ratio-not-negative
* statistic.statisticType from ComparisonStatisticTypeValueSet (extensible)
* insert Fact(statistic.modelCharacteristic.code)
* insert EstimateSlices
* statistic.attributeEstimate contains
    confidenceInterval 0..1 and
    pValue 0..1
* insert Estimate(confidenceInterval, C53324)
* statistic.attributeEstimate[confidenceInterval].range 1..1
* insert Estimate(pValue, C44185)
* statistic.attributeEstimate[pValue].quantity 1..1
* statistic.attributeEstimate[pValue] obeys p-value-between-0-and-1

Profile: FindingEvidence
Parent: Evidence
Id: finding-evidence
Title: "Finding evidence"
Description: "A finding or conclusion that the source gives in words alone, without a number."
* insert EvidenceOfTrial
* extension contains EvidenceDirectionExtension named direction 0..1
* assertion 1..1
* insert Fact(assertion)
* statistic 0..0

Extension: SampleUnitsExtension
Id: sample-units
Title: "Sample units"
Description: "How many were looked at in other units than people, such as eyes."
Context: Evidence.statistic.sampleSize
* value[x] 1..1
* value[x] only Quantity
* insert Fact(valueQuantity)
