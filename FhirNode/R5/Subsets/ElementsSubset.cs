using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Subsets;

/// <summary><c>_elements=a,b</c>: these top-level elements; a name may begin with a type, and then counts for that type only.</summary>
/// <param name="names">As the client wrote them.</param>
public sealed class ElementsSubset(IEnumerable<string> names) : ResourceSubset
{
    private readonly HashSet<string> _names = new(names, StringComparer.Ordinal);

    private protected override bool Keeps(TypeDefinition type, ElementDefinition element)
        => _names.Contains(element.Name) || _names.Contains($"{type.Name}.{element.Name}");
}
