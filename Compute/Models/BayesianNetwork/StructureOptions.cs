namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>How a network is learned from counts.</summary>
public sealed record StructureOptions
{
    public NetworkAlgorithm Algorithm { get; init; } = NetworkAlgorithm.HillClimbing;

    public NetworkScore Score { get; init; } = NetworkScore.Bdeu;

    /// <summary>a of BDeu, in rows; above 0.</summary>
    public double EquivalentSampleSize { get; init; } = 10;

    /// <summary>Parents of a variable at most, 0 or more.</summary>
    public int MaximumParents { get; init; } = 4;

    /// <summary>Hill climbing: only the variables whose edge alone raises the child's score most may be its parents; 0 is all.</summary>
    public int Candidates { get; init; }

    /// <summary>Hill climbing: how many changes back may not be undone.</summary>
    public int Tabu { get; init; } = 100;

    /// <summary>Hill climbing: changes that lower the score, in a row, before it stops; the best network seen is kept.</summary>
    public int Downhill { get; init; } = 10;

    /// <summary>Hill climbing: a smaller gain (nats) is none.</summary>
    public double MinimumGain { get; init; } = 1e-4;

    /// <summary>PC: an independence whose p is at most this is rejected.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Edges (from, to) that may not be.</summary>
    public IReadOnlyList<NetworkEdge> Forbidden { get; init; } = [];

    /// <summary>Edges (from, to) that must be.</summary>
    public IReadOnlyList<NetworkEdge> Required { get; init; } = [];
}
