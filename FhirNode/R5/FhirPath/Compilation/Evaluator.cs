namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>A compiled expression: from the focus, with the variables in scope, to a collection.</summary>
internal delegate FhirPathCollection Evaluator(FhirPathCollection focus, Scope scope);
