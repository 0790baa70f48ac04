namespace GenoMed.Fhir.Node.Options;

/// <summary>What a write does with a resource that has faults by the R5 definitions.</summary>
public enum ValidationPolicy
{
    /// <summary>Stored unseen.</summary>
    Off,

    /// <summary>Stored; the faults go to the log.</summary>
    Warn,

    /// <summary>Refused with 422 when a fault is an error; warnings are let through.</summary>
    Enforce,
}
