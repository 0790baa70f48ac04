using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>How a file is read and loaded.</summary>
public sealed record EtlOptions
{
    /// <summary>Load the good rows of a file that also has bad ones. Default: such a file changes nothing.</summary>
    public bool SkipInvalid { get; init; }

    /// <summary>
    /// The node's key: with it, a source identifier becomes its HMAC-SHA256 (hex) everywhere. It never leaves the node.
    /// Default: none, identifiers stay as they are in the file.
    /// </summary>
    public ReadOnlyMemory<byte>? PseudonymKey { get; init; }

    /// <summary><c>meta.tag</c> of every resource, e.g. that the cohort is invented.</summary>
    public IReadOnlyList<Coding> Tags { get; init; } = [];

    /// <summary><c>meta.security</c> of every resource, e.g. HTEST for invented patients.</summary>
    public IReadOnlyList<Coding> Security { get; init; } = [];

    /// <summary>
    /// Id of a Group (type person, enumerated) that the file's patients form when all of them are loaded, so that a
    /// data set can be extracted of just them. Default: none.
    /// </summary>
    public string? Cohort { get; init; }

    /// <summary>
    /// Also delete what an earlier load of the same patient may have written and this row does not have (a mutation
    /// that was retracted). Costs one entry for every resource that a patient could have. Default: false.
    /// </summary>
    public bool RemoveAbsent { get; init; }

    /// <summary>The longest row that is read, in bytes, at least 64 KiB. Default: 1 MiB.</summary>
    public int MaxLineLength { get; init; } = 1 << 20;

    /// <summary>How many rejected cells a report keeps word for word; all are counted. Default: 10,000.</summary>
    public int MaxReported { get; init; } = 10_000;

    /// <summary>Entries of a transaction bundle, about; a patient is never split. Default: 120.</summary>
    public int BundleEntries { get; init; } = 120;

    /// <summary>The field separator. Default: a tab for <c>.tsv</c> and <c>.tsv.gz</c>, else found from the first lines among , ; tab and |.</summary>
    public char? Separator { get; init; }

    /// <summary>How the site writes its file. Default: as the dictionary says.</summary>
    public SiteFile? Site { get; init; }

    /// <summary>The features to read; null (the default) reads all. Columns of others are not looked at.</summary>
    public IReadOnlySet<string>? Features { get; init; }

    /// <summary>What is done with a row that breaks a rule of the dictionary. Default: warn and keep it.</summary>
    public RulePolicy Rules { get; init; } = RulePolicy.Warn;

    /// <summary>Refuse a file that lacks a column which the dictionary requires. Default: true; a score needs only its own inputs.</summary>
    public bool RequireColumns { get; init; } = true;

    /// <summary>Refuse a file that lacks a column of any feature that is read. Default: false, an absent column is missing values.</summary>
    public bool RequireFeatures { get; init; }

    /// <summary><c>meta.security</c> of what invented patients are in, and of what they are not.</summary>
    internal IReadOnlyList<Coding> Labels(bool isInvented)
        => isInvented && !Security.Any(label => label.Key == Invented.Label.Key) ? [.. Security, Invented.Label] : Security;

    internal bool Takes(string feature) => Features is null || Features.Contains(feature);
}
