namespace GenoMed.Fhir.R5.Resources;

/// <summary>The codes of http://hl7.org/fhir/task-status that jobs pass through.</summary>
public static class TaskStatusCode
{
    public const string Requested = "requested";
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
    public const string Cancelled = "cancelled";
    public const string InProgress = "in-progress";
    public const string OnHold = "on-hold";
    public const string Failed = "failed";
    public const string Completed = "completed";

    /// <summary>Whether nothing follows this status.</summary>
    public static bool IsFinal(string status) => status is Rejected or Cancelled or Failed or Completed or "entered-in-error";
}
