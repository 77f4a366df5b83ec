Alias: $derivation-reference = http://hl7.org/fhir/StructureDefinition/derivation-reference
Alias: $variable-role = http://terminology.hl7.org/CodeSystem/variable-role
Alias: $statistic-type = http://terminology.hl7.org/CodeSystem/statistic-type
Alias: $attribute-estimate-type = http://terminology.hl7.org/CodeSystem/attribute-estimate-type
Alias: $plan-definition-type = http://terminology.hl7.org/CodeSystem/plan-definition-type
Alias: $sevco = http://hl7.org/fhir/study-design
Alias: $ucum = http://unitsofmeasure.org
Alias: $study-registration = http://hl7.org/fhir/StructureDefinition/researchStudy-studyRegistration
