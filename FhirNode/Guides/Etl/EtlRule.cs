namespace GenoMed.Fhir.Guides.Etl;

/// <summary>The names of the checks, as reports give them.</summary>
public static class EtlRule
{
    public const string EmptyFile = "empty-file";
    public const string LineTooLong = "line-too-long";
    public const string MissingColumn = "missing-column";
    public const string UnknownColumn = "unknown-column";
    public const string DuplicateColumn = "duplicate-column";
    public const string WrongUnit = "wrong-unit";
    public const string RaggedRow = "ragged-row";
    public const string MissingIdentifier = "missing-identifier";
    public const string DuplicatePatient = "duplicate-patient";
    public const string NotANumber = "not-a-number";
    public const string OutOfRange = "out-of-range";
    public const string UnknownCategory = "unknown-category";
    public const string NegativeDuration = "negative-duration";
    public const string Implausible = "implausible";
    public const string NotADate = "not-a-date";
    public const string DetailWithoutFinding = "detail-without-finding";
    public const string NotHgvs = "not-hgvs";
    public const string VariantCount = "variant-count";
    public const string PartOfVector = "part-of-vector";
    public const string EventWithoutDuration = "event-without-duration";
    public const string ImpossibleCombination = "impossible-combination";
}
