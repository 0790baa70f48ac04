namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>The diagnosis that puts a patient into this guide's cohort.</summary>
/// <param name="Label">What a person calls the disease.</param>
/// <param name="Codings">Its codes; a Condition with any of them belongs to the guide.</param>
public sealed record ConditionDefinition(string Label, IReadOnlyList<Coding> Codings)
{
    /// <summary>The mCODE profile that it is mapped to, without <c>mcode-</c>; null for what is no cancer.</summary>
    public string? Mcode { get; init; }
}
