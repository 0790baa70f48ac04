namespace GenoMed.Fhir.Cli.Demo;

/// <summary>What <c>genomed demo</c> was asked for.</summary>
internal sealed record DemoOptions
{
    /// <summary>The <see cref="Scenario"/> in which hospitals lack features.</summary>
    public const string WorstCase = "worst";

    /// <summary>The disease's guide.</summary>
    public required string Guide { get; init; }

    /// <summary>Invented patients; not used with <see cref="Data"/>.</summary>
    public required int Patients { get; init; }

    /// <summary>Hospitals: 3 or 5.</summary>
    public required int Nodes { get; init; }

    /// <summary>Of the cohort, the split and the training.</summary>
    public required int Seed { get; init; }

    /// <summary>Auxiliary features that are invented and that the model takes as well, such as SLIDE of the MDS guide.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>A real cohort instead of an invented one.</summary>
    public string? Data { get; init; }

    /// <summary>best: every hospital has every feature; worst: each lacks a fifth of the optional ones, another fifth each.</summary>
    public required string Scenario { get; init; }

    /// <summary>Leaves out the rows of <see cref="Data"/> that the checking pass rejects.</summary>
    public bool SkipInvalid { get; init; }

    /// <summary>Rounds of federated training.</summary>
    public required int Rounds { get; init; }

    /// <summary>The model's name in the catalogue.</summary>
    public required string Model { get; init; }

    /// <summary>The strategy's name in the catalogue.</summary>
    public required string Strategy { get; init; }

    /// <summary>Nodes that must answer a round; null for all but one.</summary>
    public int? MinimumNodes { get; init; }

    /// <summary>Seconds that a node has for a round.</summary>
    public required int RoundDeadline { get; init; }

    /// <summary>How many splits, seeds ascending.</summary>
    public required int Repeat { get; init; }

    /// <summary>Where everything is written.</summary>
    public required string Out { get; init; }

    /// <summary>Results for scripts.</summary>
    public string? Json { get; init; }
}
