Invariant: action-id-is-link-id
Description: "An action with a linkId has it as its element id too, because related actions name the element id."
Severity: #error
Expression: "repeat(action).where(linkId.exists()).all(id = linkId)"

Invariant: related-action-exists
Description: "An action is related to actions of the same protocol only."
Severity: #error
Expression: "repeat(action).relatedAction.targetId.select(toString()).subsetOf(repeat(action).id.select(toString()))"

Profile: TrialProtocol
Parent: PlanDefinition
Id: trial-protocol
Title: "Trial protocol"
Description: "What the participants of a trial are given and when they are assessed: an action per arm with its administrations, an action per assessment."
* obeys action-id-is-link-id and related-action-exists
* text 1..1
* url 1..1
* title 1..1
* type 1..1
* type = $plan-definition-type#clinical-protocol
* action.title 1..1
* insert Fact(action.title)
* insert Fact(action.description)
* insert Fact(action.relatedAction)
* insert Fact(action.relatedAction.offset[x])
* insert Fact(action.action.title)
* insert Fact(action.action.description)
* insert Fact(action.action.relatedAction)
* insert Fact(action.subjectReference.display)
* insert Fact(action.action.subjectReference.display)
