namespace GenoMed.Fhir.Cli.Bench;

/// <summary>A published table, how it is split, and the figure to reach: one line of <c>survival.json</c>.</summary>
internal sealed record SurvivalSet
{
    /// <summary>Its place in the result, e.g. <c>deepsurv.support</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The CSV under <c>--data</c>.</summary>
    public required string File { get; init; }

    /// <summary>Which recipe trains it.</summary>
    public required string Recipe { get; init; }

    /// <summary>Column of the durations.</summary>
    public required string Time { get; init; }

    /// <summary>Column of the event, 1 seen.</summary>
    public required string Event { get; init; }

    /// <summary>Column that is 'train' or 'test'; null where folds are made instead.</summary>
    public string? Split { get; init; }

    /// <summary>Folds of a cross-validation; used without <see cref="Split"/>.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Of the folds' shuffle.</summary>
    public uint FoldSeed { get; init; }

    /// <summary>Repetitions, seeds 1, 2, ...</summary>
    public required int Seeds { get; init; }

    /// <summary>The concordance to reach.</summary>
    public required double Wanted { get; init; }

    /// <summary>The published concordance.</summary>
    public required double Reference { get; init; }

    /// <summary>Where that comes from.</summary>
    public required string Source { get; init; }
}
