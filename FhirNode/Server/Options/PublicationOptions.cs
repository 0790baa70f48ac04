namespace GenoMed.Fhir.Node.Options;

/// <summary>A node that shows released synthetic data sets to people outside the federation, and does nothing else.</summary>
public sealed record PublicationOptions
{
    /// <summary>Whether reading and exporting need no token: the data are released, and nobody in them exists. Imports always need one.</summary>
    public bool OpenReads { get; init; } = true;
}
