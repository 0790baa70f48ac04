RuleSet: OfThePatient
* status = #final
* category 1..*
* code 1..1
  * coding 1..*
    * system 1..1
    * code 1..1
* subject 1..1
* subject only Reference(GenomedPatient)

Profile: GenomedMeasurement
Parent: Observation
Id: genomed-measurement
Title: "One measured or coded value"
Description: "A laboratory value, a clinical finding or a score: exactly one value, a quantity in UCUM or a code."
* insert OfThePatient
* value[x] 1..1
* value[x] only Quantity or CodeableConcept or Attachment
* component 0..0

Profile: GenomedPanel
Parent: Observation
Id: genomed-panel
Title: "Values that are read together"
Description: "One observation whose components are the features of a group."
* insert OfThePatient
* value[x] 0..0
* component 1..*
  * code 1..1
    * coding 1..*
  * value[x] 1..1
  * value[x] only Quantity or CodeableConcept

Profile: GenomedFollowUp
Parent: Observation
Id: genomed-follow-up
Title: "Follow-up: how long, and whether the event was seen"
Description: "Time from diagnosis as a quantity; no date is made up. The event is a component; without it the patient's status is not known."
* insert OfThePatient
* value[x] 1..1
* value[x] only Quantity
* valueQuantity
  * value 1..1
  * system = $ucum
  * code 1..1
* component 0..1
  * value[x] 1..1
  * value[x] only CodeableConcept
* obeys genomed-time-1

Invariant: genomed-time-1
Severity: #error
Description: "A time of follow-up is not negative."
Expression: "value.ofType(Quantity).value >= 0"
