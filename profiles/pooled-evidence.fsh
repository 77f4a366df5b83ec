Invariant: pooled-of-studies
Description: "The first statistic is the pooled one: it says of how many studies it is, two at least, and by which model."
Severity: #error
Expression: "statistic.first().sampleSize.numberOfStudies >= 2 and statistic.first().modelCharacteristic.exists()"

Profile: PooledEvidence
Parent: Evidence
Id: pooled-evidence
Title: "Pooled evidence"
Description: "What several studies found of one outcome, pooled: first the pooled effect with its interval, P value, heterogeneity and prediction interval, then the effect and weight of each study, then the pooled effect without each. Notes say what was left out and what was assumed; the data are beside it."
* obeys pooled-of-studies
* text 1..1
* title 1..1
* relatedArtifact ^slicing.discriminator.type = #value
* relatedArtifact ^slicing.discriminator.path = "type"
* relatedArtifact ^slicing.rules = #open
* relatedArtifact contains
    source 1..* and
    data 0..1
* relatedArtifact[source].type = #derived-from
* relatedArtifact[source].resourceReference 1..1
* relatedArtifact[data].type = #supported-with
* relatedArtifact[data].document 1..1
* synthesisType 1..1
* variableDefinition ^slicing.discriminator.type = #value
* variableDefinition ^slicing.discriminator.path = "variableRole"
* variableDefinition ^slicing.rules = #open
* variableDefinition contains
    measuredVariable 1..1 and
    exposure 1..1 and
    referenceExposure 1..1
* variableDefinition[measuredVariable].variableRole = $variable-role#measuredVariable
* variableDefinition[exposure].variableRole = $variable-role#exposure
* variableDefinition[referenceExposure].variableRole = $variable-role#referenceExposure
* statistic 3..*
* statistic.statisticType 1..1
* statistic.statisticType from ComparisonStatisticTypeValueSet (required)
* statistic.quantity 1..1
* statistic.attributeEstimate.type 1..1
* certainty 0..0
