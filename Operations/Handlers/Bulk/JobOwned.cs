namespace GenoMed.Fhir.Operations.Bulk;

/// <summary>What is the node's own among Tasks and Binaries: its jobs.</summary>
internal static class JobOwned
{
    private const string Prefix = "job-";

    /// <summary>Whether a resource is part of a job; such ones are no content of the node.</summary>
    public static bool Contains(string resourceType, string id) => resourceType is "Task" or "Binary" && id.StartsWith(Prefix, StringComparison.Ordinal);
}
