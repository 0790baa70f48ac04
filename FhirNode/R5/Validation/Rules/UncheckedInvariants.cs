using System.Collections.Frozen;

namespace GenoMed.Fhir.R5.Validation.Rules;

/// <summary>Invariants whose FHIRPath is not evaluated, each with the reason.</summary>
internal static class UncheckedInvariants
{
    public static FrozenDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["ele-1"] = "the structure refuses empty objects, empty arrays and null, of which this is the FHIRPath",
        ["dom-6"] = "a recommendation of narrative: resources of machines have none, and a warning on each would hide the others",
        ["eld-11"] = "calls contains() on the codes of all types at once, which FHIRPath refuses for an element of several types",
        ["txt-2"] = "the same expression as txt-1, and htmlChecks() says all there is to say",
    }.ToFrozenDictionary();
}
