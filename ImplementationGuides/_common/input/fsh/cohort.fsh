Profile: GenomedCohort
Parent: Group
Id: genomed-cohort
Title: "Cohort as it was at one time"
Description: "An enumerated group of patients: a result can be made again after the data changed."
* type = #person
* membership = #enumerated
* member 1..*
  * entity only Reference(GenomedPatient)

Mapping: GenomedCohortToMcode
Source: GenomedCohort
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-patient-group"
Id: mcode-patient-group
Title: "mCODE 4.0.0 patient-group, where the disease is a cancer"
* -> "Group"
* member.entity -> "Group.member.entity"
