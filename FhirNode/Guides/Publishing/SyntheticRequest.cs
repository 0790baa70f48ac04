namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>Which synthetic patients are wanted.</summary>
/// <param name="Count">How many, 1 to <see cref="Largest"/>.</param>
/// <param name="Seed">The same request to the same model gives the same rows.</param>
public sealed record SyntheticRequest(int Count, long Seed)
{
    /// <summary>The most patients of one set.</summary>
    public const int Largest = 1_000_000;

    /// <summary>What holds of every patient: <c>SF3B1 = 1</c>, <c>AGE > 70</c>, or any expression over the features.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>The share of the patients that has a value: <c>SF3B1=0.5</c>, <c>SEX:F=0.7</c>.</summary>
    public IReadOnlyList<string> Shares { get; init; } = [];
}
