namespace GenoMed.Fhir.Store;

/// <summary>How far a store that is indexed anew has come.</summary>
/// <param name="Done">Resources indexed.</param>
/// <param name="All">Resources that there are.</param>
public sealed record IndexProgress(long Done, long All)
{
    /// <summary>Resources between two reports.</summary>
    internal const int Step = 10_000;
}
