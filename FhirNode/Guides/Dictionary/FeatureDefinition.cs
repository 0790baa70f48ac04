using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>A feature with all that its three directions need: from CSV, to FHIR, to the table.</summary>
public sealed record FeatureDefinition
{
    /// <summary>The feature as models see it; its range is the plausible one, outside of which a value is flagged.</summary>
    public required Feature Feature { get; init; }

    public required Carrier Carrier { get; init; }

    /// <summary>The CSV columns: one, or duration then status of a time-to-event feature.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Other names that a file may have for the (first) column.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Spellings of a number in a file, such as "2 or more", and the number that each stands for.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>True when a file without the column is rejected.</summary>
    public bool Required { get; init; }

    /// <summary>What the feature is called in terminologies, the identifying code first; never empty.</summary>
    public required IReadOnlyList<Coding> Codings { get; init; }

    /// <summary>The values of a category in order; of a binary feature absent, present; of an event censored, seen; else empty.</summary>
    public IReadOnlyList<CategoryDefinition> Categories { get; init; } = [];

    /// <summary>Other units that a column header may declare, and the factor that turns them into <see cref="Feature.Unit"/>.</summary>
    public IReadOnlyDictionary<string, decimal> Conversions { get; init; } = new Dictionary<string, decimal>();

    /// <summary>What the numbers of a vector are, in order; empty where they have no names (an embedding).</summary>
    public IReadOnlyList<Coding> Elements { get; init; } = [];

    /// <summary>Where in the body it was looked at, for an Observation of its own.</summary>
    public Coding? BodySite { get; init; }

    /// <summary>A value below is impossible and rejected.</summary>
    public double? LowerLimit { get; init; }

    /// <summary>A value above is impossible and rejected.</summary>
    public double? UpperLimit { get; init; }

    /// <summary>Decimal places that a laboratory or a clinician would write, for what is invented; null where no number says it.</summary>
    public int? Decimals { get; init; }

    /// <summary>Cells that mean missing here beside the dictionary's own list.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The mCODE profile that it is mapped to, without <c>mcode-</c>; null for none.</summary>
    public string? Mcode { get; init; }

    public string Name => Feature.Name;
}
