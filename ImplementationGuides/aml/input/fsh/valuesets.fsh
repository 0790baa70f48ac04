// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

ValueSet: Aml_AML_TYPE_values
Id: aml-AML-TYPE-values
Title: "Origin: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/aml/CodeSystem/terms#AML_TYPE.de_novo "De novo"
* https://genomed.example/fhir/aml/CodeSystem/terms#AML_TYPE.secondary "After a myeloid neoplasm"
* https://genomed.example/fhir/aml/CodeSystem/terms#AML_TYPE.therapy_related "Therapy-related"

ValueSet: Aml_complex_values
Id: aml-complex-values
Title: "Complex karyotype (three or more unrelated lesions, no recurrent translocation, not pure hyperdiploidy): values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Aml_monosomal_values
Id: aml-monosomal-values
Title: "Monosomal karyotype: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Aml_ELN2022_values
Id: aml-ELN2022-values
Title: "ELN 2022 risk: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/aml/CodeSystem/terms#ELN2022.Favorable "Favorable"
* https://genomed.example/fhir/aml/CodeSystem/terms#ELN2022.Intermediate "Intermediate"
* https://genomed.example/fhir/aml/CodeSystem/terms#ELN2022.Adverse "Adverse"

ValueSet: Aml_RESPONSE_values
Id: aml-RESPONSE-values
Title: "Response to first treatment: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/aml/CodeSystem/terms#RESPONSE.CR "Complete remission"
* https://genomed.example/fhir/aml/CodeSystem/terms#RESPONSE.CRi "Complete remission with incomplete recovery"
* https://genomed.example/fhir/aml/CodeSystem/terms#RESPONSE.PR "Partial remission"
* https://genomed.example/fhir/aml/CodeSystem/terms#RESPONSE.RD "Refractory disease"
* https://genomed.example/fhir/aml/CodeSystem/terms#RESPONSE.ED "Early death"

ValueSet: Aml_OS_values
Id: aml-OS-values
Title: "Overall survival: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Aml_RFS_values
Id: aml-RFS-values
Title: "Relapse-free survival: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Aml_findings_sequencing
Id: aml-findings-sequencing
Title: "Targeted sequencing: findings"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://www.genenames.org/geneId#HGNC:7910 "NPM1"
* http://www.genenames.org/geneId#HGNC:2978 "DNMT3A"
* http://www.genenames.org/geneId#HGNC:25941 "TET2"
* http://www.genenames.org/geneId#HGNC:5382 "IDH1"
* http://www.genenames.org/geneId#HGNC:5383 "IDH2"
* http://www.genenames.org/geneId#HGNC:18318 "ASXL1"
* http://www.genenames.org/geneId#HGNC:10471 "RUNX1"
* http://www.genenames.org/geneId#HGNC:11998 "TP53"
* http://www.genenames.org/geneId#HGNC:10783 "SRSF2"
* http://www.genenames.org/geneId#HGNC:10768 "SF3B1"
* http://www.genenames.org/geneId#HGNC:12453 "U2AF1"
* http://www.genenames.org/geneId#HGNC:23019 "ZRSR2"
* http://www.genenames.org/geneId#HGNC:11355 "STAG2"
* http://www.genenames.org/geneId#HGNC:20893 "BCOR"
* http://www.genenames.org/geneId#HGNC:3527 "EZH2"
* http://www.genenames.org/geneId#HGNC:7989 "NRAS"
* http://www.genenames.org/geneId#HGNC:6407 "KRAS"
* http://www.genenames.org/geneId#HGNC:9644 "PTPN11"
* http://www.genenames.org/geneId#HGNC:6342 "KIT"
* http://www.genenames.org/geneId#HGNC:12796 "WT1"
* http://www.genenames.org/geneId#HGNC:18145 "PHF6"
* http://www.genenames.org/geneId#HGNC:4171 "GATA2"
* http://www.genenames.org/geneId#HGNC:9811 "RAD21"
* http://www.genenames.org/geneId#HGNC:11111 "SMC1A"
* http://www.genenames.org/geneId#HGNC:1833 "CEBPA"
* http://www.genenames.org/geneId#HGNC:3495 "ETV6"
* http://www.genenames.org/geneId#HGNC:7765 "NF1"
* http://www.genenames.org/geneId#HGNC:6192 "JAK2"
* http://www.genenames.org/geneId#HGNC:1541 "CBL"
* https://genomed.example/fhir/aml/CodeSystem/terms#mut_FLT3_ITD "FLT3 internal tandem duplication mutated"
* https://genomed.example/fhir/aml/CodeSystem/terms#mut_FLT3_TKD "FLT3 tyrosine kinase domain mutated"
* https://genomed.example/fhir/aml/CodeSystem/terms#mut_CEBPA_bZIP "CEBPA in-frame bZIP mutated"
* https://genomed.example/fhir/aml/CodeSystem/terms#mut_MLL_PTD "KMT2A partial tandem duplication mutated"

ValueSet: Aml_findings_karyotype
Id: aml-findings-karyotype
Title: "Karyotyping, FISH and fusion analysis: findings"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/aml/CodeSystem/terms#fus_RUNX1_RUNX1T1 "t(8;21)(q22;q22.1)/RUNX1::RUNX1T1"
* https://genomed.example/fhir/aml/CodeSystem/terms#fus_CBFB_MYH11 "inv(16) or t(16;16)/CBFB::MYH11"
* https://genomed.example/fhir/aml/CodeSystem/terms#fus_MLLT3_KMT2A "t(9;11)(p21.3;q23.3)/MLLT3::KMT2A"
* https://genomed.example/fhir/aml/CodeSystem/terms#fus_KMT2A_other "t(v;11q23.3)/KMT2A rearranged, other than t(9;11)"
* https://genomed.example/fhir/aml/CodeSystem/terms#fus_DEK_NUP214 "t(6;9)(p23.3;q34.1)/DEK::NUP214"
* https://genomed.example/fhir/aml/CodeSystem/terms#fus_BCR_ABL1 "t(9;22)(q34.1;q11.2)/BCR::ABL1"
* https://genomed.example/fhir/aml/CodeSystem/terms#fus_KAT6A_CREBBP "t(8;16)(p11.2;p13.3)/KAT6A::CREBBP"
* https://genomed.example/fhir/aml/CodeSystem/terms#fus_GATA2_MECOM "inv(3) or t(3;3)/GATA2, MECOM"
* https://genomed.example/fhir/aml/CodeSystem/terms#fus_MECOM_other "t(3q26.2;v)/MECOM rearranged"
* https://genomed.example/fhir/aml/CodeSystem/terms#fus_PML_RARA "t(15;17)/PML::RARA"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_del5_5q "-5 or del(5q)"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_del7 "-7"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_abn17p "-17 or abn(17p)"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_del7q "del(7q)"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_plus8 "+8"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_plus21 "+21"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_plus13 "+13"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_delY "-Y"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_del9q "del(9q)"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_del20q "del(20q)"
* https://genomed.example/fhir/aml/CodeSystem/terms#cna_del12p "del(12p)"
