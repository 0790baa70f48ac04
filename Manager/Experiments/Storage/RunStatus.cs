namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>Where a run stands.</summary>
internal static class RunStatus
{
    /// <summary>Under way, or its manager died: it can be resumed.</summary>
    public const string Running = "running";

    public const string Completed = "completed";

    /// <summary>Too few nodes; it can be resumed.</summary>
    public const string Failed = "failed";
}
