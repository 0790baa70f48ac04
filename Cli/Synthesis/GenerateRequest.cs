using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Cli.Synthesis;

/// <summary>What <c>genomed generate</c> was asked for.</summary>
internal sealed record GenerateRequest
{
    public required string Model { get; init; }

    public required SyntheticRequest Rows { get; init; }

    /// <summary>Null where none was given: local files get one that says so.</summary>
    public string? Title { get; init; }

    public string? Licence { get; init; }

    public string? Publisher { get; init; }

    /// <summary>The folder to write to; null where only a node is asked.</summary>
    public string? Out { get; init; }

    public SyntheticFormats Formats { get; init; }

    public required int MinimumPatients { get; init; }

    /// <summary>The node that generates and keeps the set; null where files are written.</summary>
    public Uri? To { get; init; }

    public required string Client { get; init; }

    public string? ClientKey { get; init; }

    public string? Json { get; init; }
}
