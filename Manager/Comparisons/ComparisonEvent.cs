using System.Text.Json;
using System.Text.Json.Serialization;
using GenoMed.Fhir.Manager.Comparisons.Generators;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>What happens in a comparison, for progress bars; one line of JSON each between processes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(DatasetExtracted), "dataset")]
[JsonDerivedType(typeof(NodeLost), "node-lost")]
[JsonDerivedType(typeof(TrainingAdvanced), "training")]
[JsonDerivedType(typeof(ModelEvaluated), "evaluated")]
[JsonDerivedType(typeof(ScoreLeftOut), "score-left-out")]
[JsonDerivedType(typeof(SyntheticEvaluated), "synthetic-evaluated")]
[JsonDerivedType(typeof(ComparisonFinished), "finished")]
[JsonDerivedType(typeof(GeneratorsFinished), "generators-finished")]
public abstract record ComparisonEvent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string ToLine() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The line is no such event.</exception>
    public static ComparisonEvent FromLine(string line) => JsonSerializer.Deserialize<ComparisonEvent>(line, Json)!;
}

/// <summary>A node has extracted and registered its data set; the quality of the model's inputs in two sums (small cells are suppressed).</summary>
/// <param name="Node">The node, and the cohort where it has several.</param>
/// <param name="Dataset">The data set's id there.</param>
/// <param name="Rows">Patients.</param>
/// <param name="Sha256">Of the table.</param>
/// <param name="Missing">Cells without a value.</param>
/// <param name="OutOfRange">Cells outside the dictionary's range.</param>
public sealed record DatasetExtracted(string Node, string Dataset, int Rows, string Sha256, long Missing, long OutOfRange) : ComparisonEvent
{
    /// <summary>How many features the model takes.</summary>
    public int Inputs { get; init; }

    /// <summary>Of these, how many the node tells no count of, since few patients lack or have them.</summary>
    public int NotTold { get; init; }
}

/// <summary>A node was left out of a step. Round 0 is before the first.</summary>
public sealed record NodeLost(string Node, int Round, string Reason) : ComparisonEvent;

/// <summary>A training has come so far.</summary>
/// <param name="Training">federated, centralised, or isolated at a node.</param>
/// <param name="Done">Rounds done.</param>
/// <param name="Total">Rounds in all.</param>
/// <param name="Loss">Mean training loss of the last one, where known.</param>
public sealed record TrainingAdvanced(string Training, int Done, int Total, double? Loss) : ComparisonEvent;

/// <summary>A model has been evaluated on the test patients.</summary>
public sealed record ModelEvaluated(string Model, double CIndex) : ComparisonEvent;

/// <summary>A clinical score could not be ranked on the test patients.</summary>
public sealed record ScoreLeftOut(string Score, string Reason) : ComparisonEvent;

/// <summary>All is done.</summary>
public sealed record ComparisonFinished(ComparisonResult Result) : ComparisonEvent;

/// <summary>A generator has been evaluated after a round of training.</summary>
/// <param name="Training">federated, centralised, or isolated at a node.</param>
/// <param name="Round">From 1.</param>
/// <param name="Scores">Its scores.</param>
public sealed record SyntheticEvaluated(string Training, int Round, SyntheticScores Scores) : ComparisonEvent;

/// <summary>All is done, of a generator.</summary>
public sealed record GeneratorsFinished(GeneratorResult Result) : ComparisonEvent;
