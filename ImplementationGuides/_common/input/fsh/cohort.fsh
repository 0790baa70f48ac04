Profile: GenomedCohort
Parent: Group
Id: genomed-cohort
Title: "Cohort as it was at one time"
Description: "An enumerated group of patients: a result can be made again after the data changed."
* type = #person
* membership = #enumerated
* member 1..*
  * entity only Reference(GenomedPatient)
