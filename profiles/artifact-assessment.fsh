CodeSystem: NumberCheckCodeSystem
Id: number-check
Title: "Number check"
Description: "What a reported number was compared with."
* insert Complete
* #risk-ratio "Risk ratio" "A risk ratio against the counts of its groups."
* #odds-ratio "Odds ratio" "An odds ratio against the counts of its groups."
* #risk-difference "Risk difference" "A risk difference against the counts of its groups."
* #mean-difference "Mean difference" "A difference of means against the means of its groups."
* #standardised-mean-difference "Standardised mean difference" "A difference of means in standard deviations against the means and standard deviations of its groups."
* #effect-estimate "Effect estimate" "An estimate of another kind, which neither counts nor means give."
* #interval "Interval" "The interval of an effect against the counts or the means of its groups."
* #p-from-interval "P from interval" "A P value against the estimate and its interval."
* #fisher "Fisher's exact test" "A P value against Fisher's exact test of the counts of the groups."
* #chi-squared "Chi-squared test" "A P value against the chi-squared test of the counts of the groups."
* #t-test "t test" "A P value against the t tests of the means of the groups."
* #decision "Decision" "What a P value says of whether there is an effect against what the interval says."
* #p-value "P value" "A P value that nothing reported gives."
* #percentage "Percentage" "A percentage against a count and a number of people."
* #total "Total" "A number of people against the sum of its parts."
* #interval-contains-estimate "Interval contains estimate" "An interval against its estimate."
* #interval-symmetry "Interval symmetry" "An estimate against the middle of its interval, on the scale of the estimate."
* #bounds-in-order "Bounds in order" "The lower bound of an interval against the upper one."
* #affected-within-sample "Affected within sample" "The number of participants affected against the number looked at."
* #grim "GRIM" "A mean against those that so many whole numbers can have."
* #grimmer "GRIMMER" "A standard deviation against those that whole numbers with this mean can have."
* #standard-deviation "Standard deviation" "A standard deviation against those that values within their range can have."

ValueSet: NumberCheckValueSet
Id: number-check
Title: "Number check"
Description: "All that a reported number can be compared with."
* ^experimental = false
* include codes from system NumberCheckCodeSystem

CodeSystem: VerdictCodeSystem
Id: verdict
Title: "Verdict"
Description: "What a check found of a reported number. Every reported number is taken as rounded."
* insert Complete
* #consistent "Consistent" "The other numbers give the reported one within rounding."
* #inconsistent "Inconsistent" "Nothing within the rounding of the other numbers gives the reported one within its own."
* #cannot-be-verified "Cannot be verified" "What is reported does not allow the number to be recomputed."

ValueSet: VerdictValueSet
Id: verdict
Title: "Verdict"
Description: "All that a check can find."
* ^experimental = false
* include codes from system VerdictCodeSystem

Profile: NumberCheck
Parent: ArtifactAssessment
Id: number-check
Title: "Number check"
Description: "What became of checking the reported numbers of an Evidence, or the size of a Group, against what else is reported: a component per check, with its verdict and its calculation. The reported numbers stay as they are."
* text 1..1
* title 1..1
* artifact[x] only Reference(Evidence or Group)
* content 1..1
* content.informationType 1..1
* content.informationType = #container
* content.component 1..*
* content.component.type 1..1
* content.component.type from NumberCheckValueSet (required)
* content.component.classifier 1..1
* content.component.classifier from VerdictValueSet (required)
* content.component.summary 1..1
* content.component.path 1..1
