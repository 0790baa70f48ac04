namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Options of <see cref="Similarity"/>.</summary>
internal sealed record SimilarityOptions
{
    /// <summary>The paper's softmax over the nodes' values, which brings them near to each other; false: in proportion to them.</summary>
    public bool Softmax { get; init; } = true;
}
