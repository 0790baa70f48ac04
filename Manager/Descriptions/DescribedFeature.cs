namespace GenoMed.Fhir.Manager.Descriptions;

/// <summary>One feature over all nodes; what rests on few patients of a node is not in it.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Unit">UCUM, or null.</param>
/// <param name="Known">Patients with a value; null where a node left a part of it out.</param>
/// <param name="Missing">Patients without; null where all nodes left it out.</param>
public sealed record DescribedFeature(string Name, string Label, string? Unit, int? Known, int? Missing)
{
    /// <summary>Of a number, or of a duration.</summary>
    public double? Mean { get; init; }

    /// <summary>With n − 1.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>Of a category or binary feature, or of an event.</summary>
    public IReadOnlyList<DescribedCategory> Counts { get; init; } = [];
}
