namespace GenoMed.Fhir.Manager.Safe;

/// <summary>The synthetic data set that a report is about.</summary>
public sealed record SafeSubject
{
    /// <summary>For people.</summary>
    public required string Title { get; init; }

    /// <summary>The guide's name.</summary>
    public required string Guide { get; init; }

    /// <summary>Its dictionary's version.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the set's CSV, lower-case hexadecimal: the set's identity.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Logical id of its Library on the node that keeps it; null where it is on none.</summary>
    public string? Library { get; init; }
}
