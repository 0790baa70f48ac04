namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>Where a synthetic data set comes from: the generator and what it was trained on, as its card says.</summary>
public sealed record ModelLineage
{
    /// <summary>What people call the registered model.</summary>
    public required string Name { get; init; }

    /// <summary>The model's name in the catalogue.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 of the weights' file, lower-case hexadecimal.</summary>
    public required string WeightsSha256 { get; init; }

    /// <summary>SHA-256 of the training plan's canonical JSON.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The run that made it.</summary>
    public required string RunId { get; init; }

    /// <summary>Rounds aggregated.</summary>
    public required int Rounds { get; init; }

    /// <summary>Who trained it, by name.</summary>
    public required IReadOnlyList<TrainingNode> Nodes { get; init; }

    /// <summary>Weights hashes of the models that it was trained on from, newest first.</summary>
    public IReadOnlyList<string> Predecessors { get; init; } = [];
}
