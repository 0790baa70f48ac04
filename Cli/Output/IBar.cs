namespace GenoMed.Fhir.Cli.Output;

/// <summary>One piece of long work.</summary>
internal interface IBar
{
    /// <summary>How far it is, 0 to its total; a note may follow.</summary>
    void Set(double value, string? note = null);
}
