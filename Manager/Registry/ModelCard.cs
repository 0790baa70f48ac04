namespace GenoMed.Fhir.Manager.Registry;

/// <summary>What is known of a model: written as <c>card.json</c> beside its weights.</summary>
public sealed record ModelCard
{
    /// <summary>The newest version of the card's format.</summary>
    public const int FormatVersion = 1;

    /// <summary>Version of the card's format.</summary>
    public int Format { get; init; } = FormatVersion;

    /// <summary>For people, e.g. <c>mds-deepsurv-federated</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The model's name in the catalogue.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 of <c>model.safetensors</c>, lower-case hexadecimal.</summary>
    public required string WeightsSha256 { get; init; }

    /// <summary>SHA-256 of the training plan's canonical JSON.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The training plan itself, canonical JSON: with it and the weights a model can be applied.</summary>
    public required string Plan { get; init; }

    /// <summary>The run that made it.</summary>
    public required string RunId { get; init; }

    /// <summary>Weights hashes of the models that it was trained on from, newest first; empty for one trained from its seed.</summary>
    public IReadOnlyList<string> Lineage { get; init; } = [];

    /// <summary>Node to the id of its dataset.</summary>
    public required IReadOnlyDictionary<string, string> Nodes { get; init; }

    /// <summary>
    /// Node to the patients that it trained on when it last took part; empty in cards written before this was kept. A node that
    /// never took part is not there.
    /// </summary>
    public IReadOnlyDictionary<string, int> Patients { get; init; } = new Dictionary<string, int>();

    /// <summary>Rounds aggregated.</summary>
    public required int Rounds { get; init; }

    /// <summary>The plan's seed.</summary>
    public required long Seed { get; init; }

    /// <summary>What was evaluated, to metric, to value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Metrics { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, double>>();

    /// <summary>When the card was written.</summary>
    public required DateTimeOffset Created { get; init; }
}
