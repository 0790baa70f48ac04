using GenoMed.Fhir.R5.FhirPath.Compilation;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

internal delegate FhirPathCollection FhirPathFunction(FhirPathCollection focus, Arguments arguments, Scope scope);

/// <summary>One function: its name, how many arguments it takes and what it does.</summary>
internal sealed record FunctionDefinition(string Name, int Min, int Max, FhirPathFunction Function);
