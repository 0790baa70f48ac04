// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

Mapping: Aml_condition_mcode_primary_cancer_condition
Source: Aml_condition
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-primary-cancer-condition"
Id: mcode-primary-cancer-condition
Title: "mCODE 4.0.0 primary-cancer-condition"
* -> "Condition"
* clinicalStatus -> "Condition.clinicalStatus"
* category -> "Condition.category"
* code -> "Condition.code"
* code.coding -> "Condition.extension:histologyMorphologyBehavior"
* subject -> "Condition.subject"
* onset[x] -> "Condition.onset[x]"

Mapping: Aml_finding_sequencing_mcode_genomic_variant
Source: Aml_finding_sequencing
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-genomic-variant"
Id: mcode-genomic-variant
Title: "mCODE 4.0.0 genomic-variant"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"
* component[gene-studied] -> "Observation.component:gene-studied"
* component[coding-hgvs] -> "Observation.component:coding-hgvs"
* component[genomic-hgvs] -> "Observation.component:genomic-hgvs"
* component[protein-hgvs] -> "Observation.component:protein-hgvs"
* component[allelic-frequency] -> "Observation.component:sample-allelic-frequency"
* component[allelic-state] -> "Observation.component:allelic-state"
* component[cytogenomic-nomenclature] -> "Observation.component:cytogenomic-nomenclature"

Mapping: Aml_regions_sequencing_mcode_genomic_region_studied
Source: Aml_regions_sequencing
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-genomic-region-studied"
Id: mcode-genomic-region-studied
Title: "mCODE 4.0.0 genomic-region-studied"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* component -> "Observation.component:gene-studied"
* component.code -> "Observation.component:gene-studied.code"
* component.value[x] -> "Observation.component:gene-studied.value[x]"

Mapping: Aml_finding_karyotype_mcode_genomic_variant
Source: Aml_finding_karyotype
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-genomic-variant"
Id: mcode-genomic-variant
Title: "mCODE 4.0.0 genomic-variant"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"
* component[gene-studied] -> "Observation.component:gene-studied"
* component[coding-hgvs] -> "Observation.component:coding-hgvs"
* component[genomic-hgvs] -> "Observation.component:genomic-hgvs"
* component[protein-hgvs] -> "Observation.component:protein-hgvs"
* component[allelic-frequency] -> "Observation.component:sample-allelic-frequency"
* component[allelic-state] -> "Observation.component:allelic-state"
* component[cytogenomic-nomenclature] -> "Observation.component:cytogenomic-nomenclature"

Mapping: Aml_LDH_mcode_tumor_marker_test
Source: Aml_LDH
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-tumor-marker-test"
Id: mcode-tumor-marker-test
Title: "mCODE 4.0.0 tumor-marker-test"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"

Mapping: Aml_group_scores_mcode_cancer_risk_assessment_ELN2022
Source: Aml_group_scores
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-risk-assessment"
Id: mcode-cancer-risk-assessment-ELN2022
Title: "mCODE 4.0.0 cancer-risk-assessment"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* component[ELN2022].code -> "Observation.code"
* subject -> "Observation.subject"
* component[ELN2022].value[x] -> "Observation.value[x]"

Mapping: Aml_chemotherapy_mcode_cancer_related_medication_administration
Source: Aml_chemotherapy
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-related-medication-administration"
Id: mcode-cancer-related-medication-administration
Title: "mCODE 4.0.0 cancer-related-medication-administration"
* -> "MedicationAdministration"
* status -> "MedicationAdministration.status"
* code -> "MedicationAdministration.medication[x]"
* subject -> "MedicationAdministration.subject"

Mapping: Aml_venetoclax_mcode_cancer_related_medication_administration
Source: Aml_venetoclax
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-related-medication-administration"
Id: mcode-cancer-related-medication-administration
Title: "mCODE 4.0.0 cancer-related-medication-administration"
* -> "MedicationAdministration"
* status -> "MedicationAdministration.status"
* code -> "MedicationAdministration.medication[x]"
* subject -> "MedicationAdministration.subject"

Mapping: Aml_RESPONSE_mcode_cancer_disease_status
Source: Aml_RESPONSE
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-disease-status"
Id: mcode-cancer-disease-status
Title: "mCODE 4.0.0 cancer-disease-status"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"
