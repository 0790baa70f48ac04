// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

Profile: Mm_condition
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-diagnosis
Id: mm-condition
Title: "Multiple myeloma"
Description: "Multiple myeloma, as the data dictionary defines it."
* code = http://snomed.info/sct#109989006
* onsetAge = 'a'

Profile: Mm_ISOTYPE
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-ISOTYPE
Title: "Type of the paraprotein"
Description: "Type of the paraprotein, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#ISOTYPE
* value[x] only CodeableConcept
* valueCodeableConcept from Mm_ISOTYPE_values (required)

Profile: Mm_B2M
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-B2M
Title: "Beta-2 microglobulin"
Description: "Beta-2 microglobulin, as the data dictionary defines it."
* code = http://loinc.org#1952-1
* value[x] only Quantity
* valueQuantity = 'mg/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 500

Profile: Mm_ALBUMIN
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-ALBUMIN
Title: "Albumin"
Description: "Albumin, as the data dictionary defines it."
* code = http://loinc.org#1751-7
* value[x] only Quantity
* valueQuantity = 'g/dL'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 10

Profile: Mm_LDH
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-LDH
Title: "Lactate dehydrogenase"
Description: "Lactate dehydrogenase, as the data dictionary defines it."
* code = http://loinc.org#2532-0
* value[x] only Quantity
* valueQuantity = 'U/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100000

Profile: Mm_LDH_ULN
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-LDH-ULN
Title: "Upper limit of normal of the site for lactate dehydrogenase"
Description: "Upper limit of normal of the site for lactate dehydrogenase, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#ldh-upper-limit
* value[x] only Quantity
* valueQuantity = 'U/L'
* valueQuantity.value ^minValueDecimal = 1
* valueQuantity.value ^maxValueDecimal = 10000

Profile: Mm_HB
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-HB
Title: "Haemoglobin"
Description: "Haemoglobin, as the data dictionary defines it."
* code = http://loinc.org#718-7
* value[x] only Quantity
* valueQuantity = 'g/dL'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 30

Profile: Mm_PLT
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-PLT
Title: "Platelets"
Description: "Platelets, as the data dictionary defines it."
* code = http://loinc.org#777-3
* value[x] only Quantity
* valueQuantity = '10*9/L'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 5000

Profile: Mm_CREATININE
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-CREATININE
Title: "Creatinine"
Description: "Creatinine, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#creatinine
* value[x] only Quantity
* valueQuantity = 'mg/dL'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 60

Profile: Mm_CALCIUM
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-CALCIUM
Title: "Calcium, total"
Description: "Calcium, total, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#calcium
* value[x] only Quantity
* valueQuantity = 'mg/dL'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 40

Profile: Mm_PLASMA_CELLS
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-PLASMA-CELLS
Title: "Plasma cells in bone marrow"
Description: "Plasma cells in bone marrow, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#plasma-cells
* value[x] only Quantity
* valueQuantity = '%'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100

Profile: Mm_bone_lesions
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-bone-lesions
Title: "Lytic bone lesions"
Description: "Lytic bone lesions, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#bone_lesions
* value[x] only CodeableConcept
* valueCodeableConcept from Mm_bone_lesions_values (required)

Profile: Mm_PET
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-PET
Title: "PET radiomics of the skeleton"
Description: "PET radiomics of the skeleton, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#pet-radiomics-skeleton
* value[x] only Attachment

Profile: Mm_transplant
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: mm-transplant
Title: "Autologous stem cell transplant"
Description: "Autologous stem cell transplant, as the data dictionary defines it."
* code = http://snomed.info/sct#425983008

Profile: Mm_proteasome_inhibitor
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: mm-proteasome-inhibitor
Title: "Proteasome inhibitor"
Description: "Proteasome inhibitor, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#proteasome_inhibitor

Profile: Mm_imid
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: mm-imid
Title: "Immunomodulatory drug"
Description: "Immunomodulatory drug, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#imid

Profile: Mm_anti_cd38
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-treatment
Id: mm-anti-cd38
Title: "Anti-CD38 antibody"
Description: "Anti-CD38 antibody, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#anti_cd38

Profile: Mm_RESPONSE
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-measurement
Id: mm-RESPONSE
Title: "Best response"
Description: "Best response, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#RESPONSE
* value[x] only CodeableConcept
* valueCodeableConcept from Mm_RESPONSE_values (required)

Profile: Mm_OS
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-follow-up
Id: mm-OS
Title: "Overall survival"
Description: "Overall survival, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#OS
* valueQuantity = 'a'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100
* component.code = https://genomed.example/fhir/mm/CodeSystem/terms#event
* component.valueCodeableConcept from Mm_OS_values (required)

Profile: Mm_PFS
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-follow-up
Id: mm-PFS
Title: "Progression-free survival"
Description: "Progression-free survival, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#PFS
* valueQuantity = 'a'
* valueQuantity.value ^minValueDecimal = 0
* valueQuantity.value ^maxValueDecimal = 100
* component.code = https://genomed.example/fhir/mm/CodeSystem/terms#event
* component.valueCodeableConcept from Mm_PFS_values (required)

Profile: Mm_group_scores
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-panel
Id: mm-group-scores
Title: "Published prognostic scores"
Description: "Published prognostic scores, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#prognostic-scores
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains ISS 0..1 and RISS 0..1 and R2ISS 0..1
* component[ISS].code = https://genomed.example/fhir/mm/CodeSystem/terms#ISS
* component[ISS].value[x] only CodeableConcept
* component[ISS].valueCodeableConcept from Mm_ISS_values (required)
* component[RISS].code = https://genomed.example/fhir/mm/CodeSystem/terms#RISS
* component[RISS].value[x] only CodeableConcept
* component[RISS].valueCodeableConcept from Mm_RISS_values (required)
* component[R2ISS].code = https://genomed.example/fhir/mm/CodeSystem/terms#R2ISS
* component[R2ISS].value[x] only CodeableConcept
* component[R2ISS].valueCodeableConcept from Mm_R2ISS_values (required)

Profile: Mm_finding_sequencing
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-variant
Id: mm-finding-sequencing
Title: "Finding: Targeted sequencing"
Description: "A finding of this panel that is present."
* component[gene-studied] 1..1
* component[gene-studied].code = http://loinc.org#48018-6
* component[gene-studied].valueCodeableConcept from Mm_findings_sequencing (required)

Profile: Mm_regions_sequencing
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-regions
Id: mm-regions-sequencing
Title: "Targeted sequencing"
Description: "Targeted sequencing, as the data dictionary defines it."
* code = http://loinc.org#53041-0
* component.code = http://loinc.org#48018-6
* component.valueCodeableConcept from Mm_findings_sequencing (required)

Profile: Mm_finding_fish
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-variant
Id: mm-finding-fish
Title: "Finding: FISH of selected plasma cells"
Description: "A finding of this panel that is present."
* component[cytogenomic-nomenclature] 1..1
* component[cytogenomic-nomenclature].code = http://loinc.org#81291-7
* component[cytogenomic-nomenclature].valueCodeableConcept from Mm_findings_fish (required)

Profile: Mm_regions_fish
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-regions
Id: mm-regions-fish
Title: "FISH of selected plasma cells"
Description: "FISH of selected plasma cells, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#fish-probes
* component.code = http://loinc.org#81291-7
* component.valueCodeableConcept from Mm_findings_fish (required)

Profile: Mm_finding_cnv
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-variant
Id: mm-finding-cnv
Title: "Finding: Genome-wide copy-number analysis"
Description: "A finding of this panel that is present."
* component[cytogenomic-nomenclature] 1..1
* component[cytogenomic-nomenclature].code = http://loinc.org#81291-7
* component[cytogenomic-nomenclature].valueCodeableConcept from Mm_findings_cnv (required)

Profile: Mm_regions_cnv
Parent: https://genomed.example/fhir/common/StructureDefinition/genomed-regions
Id: mm-regions-cnv
Title: "Genome-wide copy-number analysis"
Description: "Genome-wide copy-number analysis, as the data dictionary defines it."
* code = https://genomed.example/fhir/mm/CodeSystem/terms#cnv-regions
* component.code = http://loinc.org#81291-7
* component.valueCodeableConcept from Mm_findings_cnv (required)
