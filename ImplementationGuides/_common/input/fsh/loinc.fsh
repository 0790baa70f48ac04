CodeSystem: GenomedLoinc
Id: genomed-loinc
Title: "Codes of LOINC in the shared shapes"
Description: "A fragment: codes and displays that the shapes of all diseases use."
* ^url = "http://loinc.org"
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = true
* #48004-6 "DNA change (c.HGVS)"
* #48005-3 "Amino acid change (pHGVS)"
* #81290-9 "Genomic DNA change (gHGVS)"
* #48018-6 "Gene studied [ID]"
* #53034-5 "Allelic state"
* #69548-6 "Genetic variant assessment"
* #81258-6 "Sample variant allelic frequency [NFr]"
* #81291-7 "Cytogenomic nomenclature (ISCN)"
* #LA9633-4 "Present"
* #LA9634-2 "Absent"
* #LA18198-4 "No call"
* #LA11884-6 "Indeterminate"
* #LA6703-8 "Heteroplasmic"
* #LA6704-6 "Homoplasmic"
* #LA6705-3 "Homozygous"
* #LA6706-1 "Heterozygous"
* #LA6707-9 "Hemizygous"
