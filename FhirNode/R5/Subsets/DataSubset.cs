using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Subsets;

/// <summary><c>_summary=data</c>: all but the narrative.</summary>
public sealed class DataSubset : ResourceSubset
{
    private protected override bool Keeps(TypeDefinition type, ElementDefinition element) => element.Name != "text";
}
