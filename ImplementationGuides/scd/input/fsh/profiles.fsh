// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

Profile: Scd_condition
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-diagnosis
Id: scd-condition
Title: "Sickle cell disease"
Description: "Sickle cell disease, as the data dictionary defines it."
* code = http://snomed.info/sct#417357006
* onsetAge = 'a'

Profile: Scd_HB
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: scd-HB
Title: "Haemoglobin"
Description: "Haemoglobin, as the data dictionary defines it."
* code = http://loinc.org#718-7
* value[x] only Quantity
* valueQuantity = 'g/dL'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 30

Profile: Scd_WBC
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: scd-WBC
Title: "White blood cells"
Description: "White blood cells, as the data dictionary defines it."
* code = http://loinc.org#26464-8
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 1500

Profile: Scd_PLT
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: scd-PLT
Title: "Platelets"
Description: "Platelets, as the data dictionary defines it."
* code = http://loinc.org#777-3
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 5000

Profile: Scd_RETICULOCYTES
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: scd-RETICULOCYTES
Title: "Reticulocytes"
Description: "Reticulocytes, as the data dictionary defines it."
* code = https://genomed.example/fhir/scd/CodeSystem/terms#reticulocytes
* value[x] only Quantity
* valueQuantity = '%'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100

Profile: Scd_LDH
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: scd-LDH
Title: "Lactate dehydrogenase"
Description: "Lactate dehydrogenase, as the data dictionary defines it."
* code = http://loinc.org#14804-9
* value[x] only Quantity
* valueQuantity = 'U/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100000

Profile: Scd_BILIRUBIN
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: scd-BILIRUBIN
Title: "Bilirubin, total"
Description: "Bilirubin, total, as the data dictionary defines it."
* code = https://genomed.example/fhir/scd/CodeSystem/terms#bilirubin
* value[x] only Quantity
* valueQuantity = 'mg/dL'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100

Profile: Scd_CREATININE
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: scd-CREATININE
Title: "Creatinine"
Description: "Creatinine, as the data dictionary defines it."
* code = https://genomed.example/fhir/scd/CodeSystem/terms#creatinine
* value[x] only Quantity
* valueQuantity = 'mg/dL'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 60

Profile: Scd_hydroxyurea
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: scd-hydroxyurea
Title: "Hydroxyurea"
Description: "Hydroxyurea, as the data dictionary defines it."
* code = https://genomed.example/fhir/scd/CodeSystem/terms#hydroxyurea

Profile: Scd_chronic_transfusion
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: scd-chronic-transfusion
Title: "Chronic transfusion programme"
Description: "Chronic transfusion programme, as the data dictionary defines it."
* code = https://genomed.example/fhir/scd/CodeSystem/terms#chronic_transfusion

Profile: Scd_transplant
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: scd-transplant
Title: "Haematopoietic stem cell transplant"
Description: "Haematopoietic stem cell transplant, as the data dictionary defines it."
* code = http://snomed.info/sct#234336002

Profile: Scd_group_fractions
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: scd-group-fractions
Title: "Haemoglobin fractions"
Description: "Haemoglobin fractions, as the data dictionary defines it."
* code = https://genomed.example/fhir/scd/CodeSystem/terms#haemoglobin-fractions
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains HBS 0..1 and HBF 0..1 and HBA2 0..1
* component[HBS].code = https://genomed.example/fhir/scd/CodeSystem/terms#HbS
* component[HBS].value[x] only Quantity
* component[HBS].valueQuantity = '%'
* component[HBS].valueQuantity.value ^minValueDecimal = 0
* component[HBS].valueQuantity.value ^maxValueDecimal = 100
* component[HBF].code = http://loinc.org#4576-5
* component[HBF].value[x] only Quantity
* component[HBF].valueQuantity = '%'
* component[HBF].valueQuantity.value ^minValueDecimal = 0
* component[HBF].valueQuantity.value ^maxValueDecimal = 100
* component[HBA2].code = http://loinc.org#4551-8
* component[HBA2].value[x] only Quantity
* component[HBA2].valueQuantity = '%'
* component[HBA2].valueQuantity.value ^minValueDecimal = 0
* component[HBA2].valueQuantity.value ^maxValueDecimal = 100

Profile: Scd_group_crises
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: scd-group-crises
Title: "Acute events in the year before the visit"
Description: "Acute events in the year before the visit, as the data dictionary defines it."
* code = https://genomed.example/fhir/scd/CodeSystem/terms#acute-events
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains pain-crises 0..1 and acute-chest 0..1 and transfusions 0..1
* component[pain-crises].code = https://genomed.example/fhir/scd/CodeSystem/terms#pain_crises
* component[pain-crises].value[x] only Quantity
* component[pain-crises].valueQuantity = '/a'
* component[pain-crises].valueQuantity.value ^minValueDecimal = 0
* component[pain-crises].valueQuantity.value ^maxValueDecimal = 400
* component[acute-chest].code = https://genomed.example/fhir/scd/CodeSystem/terms#acute_chest
* component[acute-chest].value[x] only Quantity
* component[acute-chest].valueQuantity = '/a'
* component[acute-chest].valueQuantity.value ^minValueDecimal = 0
* component[acute-chest].valueQuantity.value ^maxValueDecimal = 400
* component[transfusions].code = https://genomed.example/fhir/scd/CodeSystem/terms#transfusions
* component[transfusions].value[x] only Quantity
* component[transfusions].valueQuantity = '/a'
* component[transfusions].valueQuantity.value ^minValueDecimal = 0
* component[transfusions].valueQuantity.value ^maxValueDecimal = 400

Profile: Scd_group_organs
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: scd-group-organs
Title: "Chronic organ complications"
Description: "Chronic organ complications, as the data dictionary defines it."
* code = https://genomed.example/fhir/scd/CodeSystem/terms#organ-complications
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains stroke 0..1 and silent-infarct 0..1 and osteonecrosis 0..1 and retinopathy 0..1 and nephropathy 0..1 and pulmonary-hypertension 0..1 and leg-ulcer 0..1 and priapism 0..1 and splenic-sequestration 0..1 and iron-overload 0..1
* component[stroke].code = https://genomed.example/fhir/scd/CodeSystem/terms#stroke
* component[stroke].value[x] only CodeableConcept
* component[stroke].valueCodeableConcept from Scd_stroke_values (required)
* component[silent-infarct].code = https://genomed.example/fhir/scd/CodeSystem/terms#silent_infarct
* component[silent-infarct].value[x] only CodeableConcept
* component[silent-infarct].valueCodeableConcept from Scd_silent_infarct_values (required)
* component[osteonecrosis].code = https://genomed.example/fhir/scd/CodeSystem/terms#osteonecrosis
* component[osteonecrosis].value[x] only CodeableConcept
* component[osteonecrosis].valueCodeableConcept from Scd_osteonecrosis_values (required)
* component[retinopathy].code = https://genomed.example/fhir/scd/CodeSystem/terms#retinopathy
* component[retinopathy].value[x] only CodeableConcept
* component[retinopathy].valueCodeableConcept from Scd_retinopathy_values (required)
* component[nephropathy].code = https://genomed.example/fhir/scd/CodeSystem/terms#nephropathy
* component[nephropathy].value[x] only CodeableConcept
* component[nephropathy].valueCodeableConcept from Scd_nephropathy_values (required)
* component[pulmonary-hypertension].code = https://genomed.example/fhir/scd/CodeSystem/terms#pulmonary_hypertension
* component[pulmonary-hypertension].value[x] only CodeableConcept
* component[pulmonary-hypertension].valueCodeableConcept from Scd_pulmonary_hypertension_values (required)
* component[leg-ulcer].code = https://genomed.example/fhir/scd/CodeSystem/terms#leg_ulcer
* component[leg-ulcer].value[x] only CodeableConcept
* component[leg-ulcer].valueCodeableConcept from Scd_leg_ulcer_values (required)
* component[priapism].code = https://genomed.example/fhir/scd/CodeSystem/terms#priapism
* component[priapism].value[x] only CodeableConcept
* component[priapism].valueCodeableConcept from Scd_priapism_values (required)
* component[splenic-sequestration].code = https://genomed.example/fhir/scd/CodeSystem/terms#splenic_sequestration
* component[splenic-sequestration].value[x] only CodeableConcept
* component[splenic-sequestration].valueCodeableConcept from Scd_splenic_sequestration_values (required)
* component[iron-overload].code = https://genomed.example/fhir/scd/CodeSystem/terms#iron_overload
* component[iron-overload].value[x] only CodeableConcept
* component[iron-overload].valueCodeableConcept from Scd_iron_overload_values (required)

Profile: Scd_finding_globin
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-variant
Id: scd-finding-globin
Title: "Finding: Globin gene analysis"
Description: "A finding of this panel that is present."
* component[gene-studied] 1..1
* component[gene-studied].code = http://loinc.org#48018-6
* component[gene-studied].valueCodeableConcept from Scd_findings_globin (required)

Profile: Scd_regions_globin
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-regions
Id: scd-regions-globin
Title: "Globin gene analysis"
Description: "Globin gene analysis, as the data dictionary defines it."
* code = https://genomed.example/fhir/scd/CodeSystem/terms#globin-genes
* component.code = http://loinc.org#48018-6
* component.valueCodeableConcept from Scd_findings_globin (required)
