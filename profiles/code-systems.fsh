RuleSet: Complete
* ^experimental = false
* ^caseSensitive = true
* ^content = #complete

CodeSystem: DerivationCodeSystem
Id: derivation
Title: "Derivation"
Description: "How a value came from the words of its source."
* insert Complete
* #stated "Stated" "The source states the value in this form."
* #normalised "Normalised" "The source states the value; its form was changed to a standard one without change of meaning."
* #derived "Derived" "The source does not state the value; it follows from what the source states."

ValueSet: DerivationValueSet
Id: derivation
Title: "Derivation"
Description: "All the ways in which a value can come from the words of its source."
* ^experimental = false
* include codes from system DerivationCodeSystem

CodeSystem: EvidenceDirectionCodeSystem
Id: evidence-direction
Title: "Evidence direction"
Description: "The direction of an effect or change as a source says it in words."
* insert Complete
* #increased "Increased" "The measured variable rose in the group."
* #decreased "Decreased" "The measured variable fell in the group."
* #higher "Higher" "The measured variable is higher in the group than in the one it is compared with."
* #lower "Lower" "The measured variable is lower in the group than in the one it is compared with."
* #improved "Improved" "The source says that the measured variable improved, not which way it moved."
* #worsened "Worsened" "The source says that the measured variable worsened, not which way it moved."
* #no-significant-difference "No significant difference" "The source says that there is no significant difference."

ValueSet: EvidenceDirectionValueSet
Id: evidence-direction
Title: "Evidence direction"
Description: "All directions of an effect or change."
* ^experimental = false
* include codes from system EvidenceDirectionCodeSystem

CodeSystem: StudyDesignCodeSystem
Id: study-design
Title: "Study design"
Description: "Features of a trial's design for which the study design codes of FHIR R5 have no code."
* insert Complete
* #open-label "Open label" "Participants and investigators know which treatment is given."
* #single-blind "Single blind" "One party, usually the participants, does not know which treatment is given."
* #double-blind "Double blind" "Two parties, usually participants and investigators, do not know which treatment is given."
* #triple-blind "Triple blind" "Three parties, usually participants, investigators and outcome assessors, do not know which treatment is given."
* #quadruple-blind "Quadruple blind" "Participants, care providers, investigators and outcome assessors do not know which treatment is given."
* #investigators-masked "Blinding of investigators" "The investigators do not know which treatment is given."
* #factorial "Factorial design" "Two or more treatments, alone and in combination, are evaluated in parallel against a control."
* #sequential "Sequential design" "Groups of participants are assigned to treatments one after another, as what was found in the groups before allows."
* #cohort "Cohort design" "People with a common characteristic are observed over time."
* #case-only "Case-only design" "People with a condition are observed, without others to compare them with."
* #case-crossover "Case-crossover design" "People with a condition are compared with themselves at another time."
* #prospective "Prospective" "What is observed happens after the study has begun."
* #retrospective "Retrospective" "What is observed happened before the study began."
* #allocation-ratio "Allocation ratio" "The numbers in which participants are allocated to the arms, as the text says it."
* #single-centre "Single centre" "The trial is done at one site."
* #placebo-controlled "Placebo controlled" "The comparator is a placebo."
* #standard-care-controlled "Standard care controlled" "The comparator is the usual care of the condition."
* #no-intervention-controlled "No-intervention controlled" "The comparator is no intervention."
* #active-controlled "Active controlled" "The comparator is another active treatment."

ValueSet: StudyDesignValueSet
Id: study-design
Title: "Study design"
Description: "All features of a trial's design for which the study design codes of FHIR R5 have no code."
* ^experimental = false
* include codes from system StudyDesignCodeSystem

ValueSet: ArmStatisticTypeValueSet
Id: arm-statistic-type
Title: "Arm statistic type"
Description: "The statistics that describe one group of people."
* ^experimental = false
* $statistic-type#C25463 "Count"
* $statistic-type#C44256 "Proportion"
* $statistic-type#C28007 "Median"
* $statistic-type#C53319 "Mean"
* $statistic-type#C25564 "Maximum"
* $statistic-type#C25570 "Minimum"
* $statistic-type#C16726 "Incidence"
* $statistic-type#C17010 "Prevalence"
* $statistic-type#predictedRisk "Predicted Risk"
* $statistic-type#descriptive "Descriptive"

ValueSet: ComparisonStatisticTypeValueSet
Id: comparison-statistic-type
Title: "Comparison statistic type"
Description: "The statistics that compare groups of people or relate variables."
* ^experimental = false
* $statistic-type#C93152 "Relative Risk"
* $statistic-type#C16932 "Odds Ratio"
* $statistic-type#C93150 "Hazard Ratio"
* $statistic-type#rate-ratio "Incidence Rate Ratio"
* $statistic-type#0000424 "Risk Difference"
* $statistic-type#0000457 "Mean Difference"
* $statistic-type#absolute-MedianDiff "Absolute Median Difference"
* $statistic-type#0000100 "Standardized Mean Difference"
* $statistic-type#0000565 "Regression Coefficient"
* $statistic-type#0000301 "Covariance"
* $statistic-type#C65172 "Pearson Correlation Coefficient"
* $statistic-type#C65171 "Spearman Rank-Order Correlation"
