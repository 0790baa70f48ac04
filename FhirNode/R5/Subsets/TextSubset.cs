using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Subsets;

/// <summary><c>_summary=text</c>: the narrative and what is mandatory.</summary>
public sealed class TextSubset : ResourceSubset
{
    private protected override bool Keeps(TypeDefinition type, ElementDefinition element) => element.Name == "text";
}
