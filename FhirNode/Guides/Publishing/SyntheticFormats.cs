namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>The files that a synthetic set is written as.</summary>
[Flags]
public enum SyntheticFormats
{
    None = 0,

    /// <summary><c>data.csv</c> and <c>dictionary.csv</c>.</summary>
    Csv = 1,

    /// <summary><c>fhir/TYPE.ndjson</c>: a resource a line, a file a type, as Bulk Data has them.</summary>
    Ndjson = 2,

    /// <summary><c>bundles.ndjson</c>: transaction Bundles, one a line; the describing resources last.</summary>
    Bundle = 4,

    All = Csv | Ndjson | Bundle,
}
