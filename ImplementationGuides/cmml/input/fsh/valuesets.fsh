// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

ValueSet: Cmml_FAB_values
Id: cmml-FAB-values
Title: "FAB subtype: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/cmml/CodeSystem/terms#FAB.MD-CMML "Myelodysplastic (leukocytes below 13)"
* https://genomed.example/fhir/cmml/CodeSystem/terms#FAB.MP-CMML "Myeloproliferative (leukocytes 13 or more)"

ValueSet: Cmml_transfusion_values
Id: cmml-transfusion-values
Title: "Dependent on red cell transfusion: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Cmml_CYTO_CPSS_values
Id: cmml-CYTO-CPSS-values
Title: "Cytogenetic risk of the CPSS: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/cmml/CodeSystem/terms#CYTO_CPSS.Low "Normal or isolated -Y"
* https://genomed.example/fhir/cmml/CodeSystem/terms#CYTO_CPSS.Intermediate "All that is neither low nor high"
* https://genomed.example/fhir/cmml/CodeSystem/terms#CYTO_CPSS.High "+8, a lesion of chromosome 7, or complex"

ValueSet: Cmml_CPSS_values
Id: cmml-CPSS-values
Title: "CPSS risk: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/cmml/CodeSystem/terms#CPSS.Low "Low"
* https://genomed.example/fhir/cmml/CodeSystem/terms#CPSS.Intermediate-1 "Intermediate-1"
* https://genomed.example/fhir/cmml/CodeSystem/terms#CPSS.Intermediate-2 "Intermediate-2"
* https://genomed.example/fhir/cmml/CodeSystem/terms#CPSS.High "High"

ValueSet: Cmml_CPSS_MOL_values
Id: cmml-CPSS-MOL-values
Title: "CPSS-Mol risk: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/cmml/CodeSystem/terms#CPSS_MOL.Low "Low"
* https://genomed.example/fhir/cmml/CodeSystem/terms#CPSS_MOL.Intermediate-1 "Intermediate-1"
* https://genomed.example/fhir/cmml/CodeSystem/terms#CPSS_MOL.Intermediate-2 "Intermediate-2"
* https://genomed.example/fhir/cmml/CodeSystem/terms#CPSS_MOL.High "High"

ValueSet: Cmml_OS_values
Id: cmml-OS-values
Title: "Overall survival: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Cmml_AMLt_values
Id: cmml-AMLt-values
Title: "Transformation to acute myeloid leukaemia: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Cmml_findings_sequencing
Id: cmml-findings-sequencing
Title: "Targeted sequencing: findings"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://www.genenames.org/geneId#HGNC:25941 "TET2"
* http://www.genenames.org/geneId#HGNC:10783 "SRSF2"
* http://www.genenames.org/geneId#HGNC:18318 "ASXL1"
* http://www.genenames.org/geneId#HGNC:10471 "RUNX1"
* http://www.genenames.org/geneId#HGNC:7989 "NRAS"
* http://www.genenames.org/geneId#HGNC:6407 "KRAS"
* http://www.genenames.org/geneId#HGNC:1541 "CBL"
* http://www.genenames.org/geneId#HGNC:15573 "SETBP1"
* http://www.genenames.org/geneId#HGNC:3527 "EZH2"
* http://www.genenames.org/geneId#HGNC:6192 "JAK2"
* http://www.genenames.org/geneId#HGNC:10768 "SF3B1"
* http://www.genenames.org/geneId#HGNC:12453 "U2AF1"
* http://www.genenames.org/geneId#HGNC:23019 "ZRSR2"
* http://www.genenames.org/geneId#HGNC:2978 "DNMT3A"
* http://www.genenames.org/geneId#HGNC:5382 "IDH1"
* http://www.genenames.org/geneId#HGNC:5383 "IDH2"
* http://www.genenames.org/geneId#HGNC:11998 "TP53"
* http://www.genenames.org/geneId#HGNC:9644 "PTPN11"
* http://www.genenames.org/geneId#HGNC:7765 "NF1"
* http://www.genenames.org/geneId#HGNC:18145 "PHF6"
* http://www.genenames.org/geneId#HGNC:20893 "BCOR"
* http://www.genenames.org/geneId#HGNC:11355 "STAG2"
* http://www.genenames.org/geneId#HGNC:3495 "ETV6"
* http://www.genenames.org/geneId#HGNC:7910 "NPM1"
* http://www.genenames.org/geneId#HGNC:6342 "KIT"
* http://www.genenames.org/geneId#HGNC:3765 "FLT3"
* http://www.genenames.org/geneId#HGNC:4171 "GATA2"
* http://www.genenames.org/geneId#HGNC:1833 "CEBPA"

ValueSet: Cmml_findings_karyotype
Id: cmml-findings-karyotype
Title: "Karyotyping, FISH and fusion analysis: findings"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/cmml/CodeSystem/terms#cna_plus8 "+8"
* https://genomed.example/fhir/cmml/CodeSystem/terms#cna_del7 "-7"
* https://genomed.example/fhir/cmml/CodeSystem/terms#cna_del7q "del(7q)"
* https://genomed.example/fhir/cmml/CodeSystem/terms#cna_delY "-Y"
* https://genomed.example/fhir/cmml/CodeSystem/terms#cna_del20q "del(20q)"
* https://genomed.example/fhir/cmml/CodeSystem/terms#cna_complex "Complex karyotype"
* https://genomed.example/fhir/cmml/CodeSystem/terms#cna_plus21 "+21"
* https://genomed.example/fhir/cmml/CodeSystem/terms#cna_del5q "del(5q)"
