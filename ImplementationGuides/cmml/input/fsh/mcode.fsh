// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

Mapping: Cmml_condition_mcode_primary_cancer_condition
Source: Cmml_condition
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

Mapping: Cmml_finding_sequencing_mcode_genomic_variant
Source: Cmml_finding_sequencing
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

Mapping: Cmml_regions_sequencing_mcode_genomic_region_studied
Source: Cmml_regions_sequencing
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-genomic-region-studied"
Id: mcode-genomic-region-studied
Title: "mCODE 4.0.0 genomic-region-studied"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* component -> "Observation.component:gene-studied"
* component.code -> "Observation.component:gene-studied.code"
* component.value[x] -> "Observation.component:gene-studied.value[x]"

Mapping: Cmml_finding_karyotype_mcode_genomic_variant
Source: Cmml_finding_karyotype
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

Mapping: Cmml_LDH_mcode_tumor_marker_test
Source: Cmml_LDH
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-tumor-marker-test"
Id: mcode-tumor-marker-test
Title: "mCODE 4.0.0 tumor-marker-test"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* code -> "Observation.code"
* subject -> "Observation.subject"
* value[x] -> "Observation.value[x]"

Mapping: Cmml_group_scores_mcode_cancer_risk_assessment_CPSS
Source: Cmml_group_scores
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-risk-assessment"
Id: mcode-cancer-risk-assessment-CPSS
Title: "mCODE 4.0.0 cancer-risk-assessment"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* component[CPSS].code -> "Observation.code"
* subject -> "Observation.subject"
* component[CPSS].value[x] -> "Observation.value[x]"

Mapping: Cmml_group_scores_mcode_cancer_risk_assessment_CPSS_MOL
Source: Cmml_group_scores
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-risk-assessment"
Id: mcode-cancer-risk-assessment-CPSS-MOL
Title: "mCODE 4.0.0 cancer-risk-assessment"
* -> "Observation"
* status -> "Observation.status"
* category -> "Observation.category"
* component[CPSS-MOL].code -> "Observation.code"
* subject -> "Observation.subject"
* component[CPSS-MOL].value[x] -> "Observation.value[x]"

Mapping: Cmml_hma_mcode_cancer_related_medication_administration
Source: Cmml_hma
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-related-medication-administration"
Id: mcode-cancer-related-medication-administration
Title: "mCODE 4.0.0 cancer-related-medication-administration"
* -> "MedicationAdministration"
* status -> "MedicationAdministration.status"
* code -> "MedicationAdministration.medication[x]"
* subject -> "MedicationAdministration.subject"

Mapping: Cmml_hydroxyurea_mcode_cancer_related_medication_administration
Source: Cmml_hydroxyurea
Target: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-related-medication-administration"
Id: mcode-cancer-related-medication-administration
Title: "mCODE 4.0.0 cancer-related-medication-administration"
* -> "MedicationAdministration"
* status -> "MedicationAdministration.status"
* code -> "MedicationAdministration.medication[x]"
* subject -> "MedicationAdministration.subject"
