namespace GenoMed.Fhir.Store.Index.Layout;

/// <summary>A parameter whose values others hold: what is said twice by the definitions is written once.</summary>
/// <param name="Places">The rows that are its values.</param>
/// <param name="Conjunctions">For a composite of the whole resource: the parameters of its parts, which together say the same.</param>
internal sealed record DerivedParameter(IReadOnlyList<RowPlace> Places, IReadOnlyList<IReadOnlyList<string>> Conjunctions)
{
    /// <summary>Whether it takes only a part of another parameter's references. Their displays and identifiers then stand under its own name.</summary>
    public bool IsPart => Places.Any(place => place.Target is not null);
}
