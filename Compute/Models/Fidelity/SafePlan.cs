using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// What SAFE compares, the same at every node: which features are clinical, which are lesions, where numbers are cut and at
/// which times survival is read. All summaries of one plan add up.
/// </summary>
public sealed record SafePlan
{
    /// <summary>Bins of a number in a table of two variables, at the most.</summary>
    internal const int PairBins = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <summary>The features that the tables have.</summary>
    public required FeatureSchema Schema { get; init; }

    /// <summary>Numbers, categories and binaries of the patient and the blood, by name.</summary>
    public required IReadOnlyList<string> Clinical { get; init; }

    /// <summary>All lesions, binary: their frequencies and their number in a patient are compared.</summary>
    public required IReadOnlyList<string> Lesions { get; init; }

    /// <summary>The mutated genes, of the lesions, whose pairs are compared: those that are not rare.</summary>
    public required IReadOnlyList<string> Genes { get; init; }

    /// <summary>The chromosomal lesions, of the lesions, that are paired with genes: those that are not rare.</summary>
    public required IReadOnlyList<string> Cytogenetics { get; init; }

    /// <summary>The time-to-event feature.</summary>
    public required string Outcome { get; init; }

    /// <summary>Known prognostic factors: binaries and numbers, and categories that are ordered or have two values.</summary>
    public required IReadOnlyList<string> Prognostic { get; init; }

    /// <summary>Number to the ascending inner edges of its bins; a value equal to an edge lies above it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<double>> Edges { get; init; }

    /// <summary>Ascending times, in the outcome's unit, at which survival is read; the last is the horizon.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>Canonical JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="ArgumentException">The text is no plan; the message says what is wrong.</exception>
    public static SafePlan FromJson(string json)
    {
        try
        {
            var plan = JsonSerializer.Deserialize<SafePlan>(json, Json) ?? throw new ArgumentException("The SAFE plan is null.");
            plan.Check();
            return plan;
        }
        catch (JsonException problem)
        {
            throw new ArgumentException($"The SAFE plan is no such JSON: {problem.Message}", problem);
        }
    }

    /// <exception cref="ArgumentException">A name is unknown, there twice or of the wrong type, or a number has no edges.</exception>
    public void Check()
    {
        RequireOnce("features", Schema.Features.Select(feature => feature.Name));
        RequireOnce("clinical features and lesions", Clinical.Concat(Lesions));
        RequireOnce("genes and chromosomal lesions", Genes.Concat(Cytogenetics));
        RequireOnce("prognostic factors", Prognostic);
        Require(Schema[Outcome].Type == FeatureType.TimeToEvent, $"'{Outcome}' is no time-to-event feature");
        Require(Times.Count > 1 && IsAscending(Times) && Times[0] > 0, "the times are two or more, above 0, finite and ascending");
        foreach (var name in Lesions.Concat(Genes).Concat(Cytogenetics))
        {
            Require(Schema[name].Type == FeatureType.Binary, $"the lesion '{name}' is not binary");
            Require(Lesions.Contains(name), $"'{name}' is paired and is not among the lesions");
        }

        foreach (var feature in Clinical.Concat(Prognostic).Select(name => Schema[name]))
        {
            Require(feature.Type is not (FeatureType.Vector or FeatureType.TimeToEvent), $"'{feature.Name}' is {feature.Type}: neither a clinical nor a prognostic feature");
            Require(!IsNumber(feature) || Edges.TryGetValue(feature.Name, out var edges) && edges is not null && IsAscending(edges), $"the number '{feature.Name}' has no ascending edges");
        }
    }

    /// <summary>How much of a prognostic number its hazard ratio is per, in its unit: about the middle half of its range. 1 of a binary or category.</summary>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public double HazardStep(string factor) => FactorHazard.Scale(this, factor);

    internal static bool IsNumber(Feature feature) => feature.Type is FeatureType.Continuous or FeatureType.Count;

    private static bool IsAscending(IReadOnlyList<double> values) => values.All(double.IsFinite) && values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);

    private static void RequireOnce(string what, IEnumerable<string> names)
    {
        var twice = names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require(twice is null, $"'{twice}' stands twice among the {what}");
    }

    private static void Require(bool holds, string fault)
    {
        if (!holds)
        {
            throw new ArgumentException($"The SAFE plan does not hold: {fault}.");
        }
    }
}
