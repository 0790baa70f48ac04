namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>What a <see cref="RunEvent"/> tells.</summary>
public enum RunEventKind
{
    /// <summary>A node returned its statistics.</summary>
    StatisticsReceived,

    /// <summary>A node returned a good update.</summary>
    UpdateReceived,

    /// <summary>A node was left out of this step.</summary>
    NodeLeftOut,

    /// <summary>A round was aggregated and saved.</summary>
    RoundAggregated,
}
