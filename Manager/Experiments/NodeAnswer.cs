namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>What came of asking one node: a value, or the reason why there is none.</summary>
internal sealed record NodeAnswer<T>(string Node, T? Value, string? Reason, double Seconds)
    where T : class;
