// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.

ValueSet: Mds_MDS_TYPE_values
Id: mds-MDS-TYPE-values
Title: "Primary or secondary/therapy-related: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mds/CodeSystem/terms#MDS_TYPE.primary "Primary (de novo)"
* https://genomed.example/fhir/mds/CodeSystem/terms#MDS_TYPE.s_t_MDS "Secondary or therapy-related"

ValueSet: Mds_CYTO_IPSSR_values
Id: mds-CYTO-IPSSR-values
Title: "IPSS-R cytogenetic class: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mds/CodeSystem/terms#CYTO_IPSSR.Very-Good "Very good"
* https://genomed.example/fhir/mds/CodeSystem/terms#CYTO_IPSSR.Good "Good"
* https://genomed.example/fhir/mds/CodeSystem/terms#CYTO_IPSSR.Int "Intermediate"
* https://genomed.example/fhir/mds/CodeSystem/terms#CYTO_IPSSR.Poor "Poor"
* https://genomed.example/fhir/mds/CodeSystem/terms#CYTO_IPSSR.Very-Poor "Very poor"

ValueSet: Mds_complex_values
Id: mds-complex-values
Title: "Complex karyotype: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Mds_IPSSR_values
Id: mds-IPSSR-values
Title: "IPSS-R risk category: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSR.Very-Low "Very-Low"
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSR.Low "Low"
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSR.Int "Int"
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSR.High "High"
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSR.Very-High "Very-High"

ValueSet: Mds_IPSSM_values
Id: mds-IPSSM-values
Title: "IPSS-M risk category: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSM.Very-Low "Very-Low"
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSM.Low "Low"
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSM.Moderate-Low "Moderate-Low"
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSM.Moderate-High "Moderate-High"
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSM.High "High"
* https://genomed.example/fhir/mds/CodeSystem/terms#IPSSM.Very-High "Very-High"

ValueSet: Mds_RESPONSE_values
Id: mds-RESPONSE-values
Title: "Response to first treatment (IWG): values"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mds/CodeSystem/terms#RESPONSE.CR "Complete remission"
* https://genomed.example/fhir/mds/CodeSystem/terms#RESPONSE.PR "Partial remission"
* https://genomed.example/fhir/mds/CodeSystem/terms#RESPONSE.mCR "Marrow complete remission"
* https://genomed.example/fhir/mds/CodeSystem/terms#RESPONSE.HI "Haematological improvement"
* https://genomed.example/fhir/mds/CodeSystem/terms#RESPONSE.SD "Stable disease"
* https://genomed.example/fhir/mds/CodeSystem/terms#RESPONSE.PD "Progression"

ValueSet: Mds_OS_values
Id: mds-OS-values
Title: "Overall survival: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Mds_LFS_values
Id: mds-LFS-values
Title: "Leukaemia-free survival: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Mds_AMLt_values
Id: mds-AMLt-values
Title: "Transformation to acute myeloid leukaemia: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Mds_TP53_LOH_values
Id: mds-TP53-LOH-values
Title: "Loss of heterozygosity at TP53: values"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://loinc.org#LA9634-2 "Absent"
* http://loinc.org#LA9633-4 "Present"

ValueSet: Mds_findings_sequencing
Id: mds-findings-sequencing
Title: "Targeted sequencing of myeloid genes: findings"
Description: "As the data dictionary lists them."
* ^experimental = true
* http://www.genenames.org/geneId#HGNC:25941 "TET2"
* http://www.genenames.org/geneId#HGNC:18318 "ASXL1"
* http://www.genenames.org/geneId#HGNC:10768 "SF3B1"
* http://www.genenames.org/geneId#HGNC:10783 "SRSF2"
* http://www.genenames.org/geneId#HGNC:2978 "DNMT3A"
* http://www.genenames.org/geneId#HGNC:10471 "RUNX1"
* http://www.genenames.org/geneId#HGNC:11998 "TP53"
* http://www.genenames.org/geneId#HGNC:11355 "STAG2"
* http://www.genenames.org/geneId#HGNC:12453 "U2AF1"
* http://www.genenames.org/geneId#HGNC:3527 "EZH2"
* http://www.genenames.org/geneId#HGNC:20893 "BCOR"
* http://www.genenames.org/geneId#HGNC:1541 "CBL"
* http://www.genenames.org/geneId#HGNC:23019 "ZRSR2"
* http://www.genenames.org/geneId#HGNC:7989 "NRAS"
* http://www.genenames.org/geneId#HGNC:5383 "IDH2"
* http://www.genenames.org/geneId#HGNC:2557 "CUX1"
* http://www.genenames.org/geneId#HGNC:7765 "NF1"
* http://www.genenames.org/geneId#HGNC:6407 "KRAS"
* http://www.genenames.org/geneId#HGNC:15573 "SETBP1"
* http://www.genenames.org/geneId#HGNC:18674 "DDX41"
* http://www.genenames.org/geneId#HGNC:18145 "PHF6"
* http://www.genenames.org/geneId#HGNC:6192 "JAK2"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_MLL_PTD "KMT2A partial tandem duplication mutated"
* http://www.genenames.org/geneId#HGNC:5382 "IDH1"
* http://www.genenames.org/geneId#HGNC:9644 "PTPN11"
* http://www.genenames.org/geneId#HGNC:3495 "ETV6"
* http://www.genenames.org/geneId#HGNC:24649 "ETNK1"
* http://www.genenames.org/geneId#HGNC:1833 "CEBPA"
* http://www.genenames.org/geneId#HGNC:7217 "MPL"
* http://www.genenames.org/geneId#HGNC:29605 "SH2B3"
* http://www.genenames.org/geneId#HGNC:9277 "PPM1D"
* http://www.genenames.org/geneId#HGNC:24185 "BRCC3"
* http://www.genenames.org/geneId#HGNC:13726 "KMT2C"
* http://www.genenames.org/geneId#HGNC:7910 "NPM1"
* http://www.genenames.org/geneId#HGNC:25657 "BCORL1"
* http://www.genenames.org/geneId#HGNC:4171 "GATA2"
* http://www.genenames.org/geneId#HGNC:12796 "WT1"
* http://www.genenames.org/geneId#HGNC:13723 "CTCF"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_ZBTB33 "ZBTB33 mutated"
* http://www.genenames.org/geneId#HGNC:3373 "EP300"
* http://www.genenames.org/geneId#HGNC:4396 "GNB1"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_CSNK1A1 "CSNK1A1 mutated"
* http://www.genenames.org/geneId#HGNC:18037 "ARID2"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_PRPF8 "PRPF8 mutated"
* http://www.genenames.org/geneId#HGNC:23805 "ASXL2"
* http://www.genenames.org/geneId#HGNC:4392 "GNAS"
* http://www.genenames.org/geneId#HGNC:23156 "U2AF2"
* http://www.genenames.org/geneId#HGNC:7133 "KMT2D"
* http://www.genenames.org/geneId#HGNC:6342 "KIT"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_NFE2 "NFE2 mutated"
* http://www.genenames.org/geneId#HGNC:9811 "RAD21"
* http://www.genenames.org/geneId#HGNC:2348 "CREBBP"
* http://www.genenames.org/geneId#HGNC:11111 "SMC1A"
* http://www.genenames.org/geneId#HGNC:12637 "KDM6A"
* http://www.genenames.org/geneId#HGNC:2439 "CSF3R"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_DDX54 "DDX54 mutated"
* http://www.genenames.org/geneId#HGNC:3765 "FLT3"
* http://www.genenames.org/geneId#HGNC:14010 "MGA"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_LUC7L2 "LUC7L2 mutated"
* http://www.genenames.org/geneId#HGNC:17101 "SUZ12"
* http://www.genenames.org/geneId#HGNC:1097 "BRAF"
* http://www.genenames.org/geneId#HGNC:3188 "EED"
* http://www.genenames.org/geneId#HGNC:6116 "IRF1"
* http://www.genenames.org/geneId#HGNC:886 "ATRX"
* http://www.genenames.org/geneId#HGNC:18700 "DDX4"
* http://www.genenames.org/geneId#HGNC:11364 "STAT3"
* http://www.genenames.org/geneId#HGNC:9816 "RAD50"
* http://www.genenames.org/geneId#HGNC:10250 "ROBO2"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_TP53mono "TP53 monoallelic mutated"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_TP53multi "TP53 multi-hit mutated"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_TET2bi "TET2 biallelic mutated"
* https://genomed.example/fhir/mds/CodeSystem/terms#mut_TET2other "TET2 other than biallelic mutated"

ValueSet: Mds_findings_karyotype
Id: mds-findings-karyotype
Title: "Karyotyping and copy-number analysis: findings"
Description: "As the data dictionary lists them."
* ^experimental = true
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del5q "del(5q)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus8 "+8"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del7 "-7"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del20q "del(20q)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_delY "-Y"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del7q "del(7q)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del12p "del(12p)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del13 "-13"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus21 "+21"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del17p "del(17p)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del11q "del(11q)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del18 "-18"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del3p "del(3p)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del16q "del(16q)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus13 "+13"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del4q "del(4q)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus22 "+22"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus1p "+1p"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del17 "-17"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del15 "-15"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del1p "del(1p)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del21 "-21"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus11q "+11q"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del9q "del(9q)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus14 "+14"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus15 "+15"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del20 "-20"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del12q "del(12q)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del5 "-5"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus19 "+19"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del14 "-14"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del11p "del(11p)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus11 "+11"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del12 "-12"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del16 "-16"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del22 "-22"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del18q "del(18q)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del2p "del(2p)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus1 "+1"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_delX "-X"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_plus17q "+17q"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_r_1_7 "rearrangement of chromosomes 1 and 7"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del6p "del(6p)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del7_7q "-7 or del(7q)"
* https://genomed.example/fhir/mds/CodeSystem/terms#cna_del17_17p "-17 or del(17p)"
