namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>A model in the registry.</summary>
internal sealed class ModelRow
{
    public required string Sha256 { get; init; }

    public required string RunId { get; init; }

    public required string Name { get; init; }

    public required string Folder { get; init; }

    public required string Created { get; init; }
}
