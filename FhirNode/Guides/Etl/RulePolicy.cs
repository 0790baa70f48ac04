namespace GenoMed.Fhir.Guides.Etl;

/// <summary>What the ETL does with a row that breaks a rule of the dictionary.</summary>
public enum RulePolicy
{
    /// <summary>The rules are not looked at.</summary>
    Off,

    /// <summary>The row is loaded, and the report warns of it: a real outlier may be true.</summary>
    Warn,

    /// <summary>The row is bad, as one with a value out of range is.</summary>
    Reject,
}
