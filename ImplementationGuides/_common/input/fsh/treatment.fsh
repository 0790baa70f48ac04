Profile: GenomedTreatment
Parent: Procedure
Id: genomed-treatment
Title: "Treatment that was given, or is known not to have been"
Description: "completed where it was given, not-done where it is known that it was not."
* status from GenomedTreatmentStatus (required)
* code 1..1
  * coding 1..*
    * system 1..1
    * code 1..1
* subject only Reference(GenomedPatient)

ValueSet: GenomedTreatmentStatus
Id: genomed-treatment-status
Title: "Whether a treatment was given"
Description: "Given, or known not to have been given."
* ^experimental = true
* http://hl7.org/fhir/event-status#completed
* http://hl7.org/fhir/event-status#not-done
