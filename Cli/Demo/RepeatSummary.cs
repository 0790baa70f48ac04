using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>The results over several splits: every figure as mean, standard deviation and the interval of the mean.</summary>
internal sealed record RepeatSummary
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public required int Splits { get; init; }

    public required Spread Centralised { get; init; }

    public required Spread Federated { get; init; }

    public required IsolatedSpread Isolated { get; init; }

    /// <summary>Null where no split had patients with the score's inputs.</summary>
    public Spread? Ipssm { get; init; }

    /// <summary>The federated model on the patients of the clinical score.</summary>
    public Spread? FederatedOnIpssm { get; init; }

    /// <summary>Centralised minus federated, paired by split.</summary>
    public required Spread CentralisedMinusFederated { get; init; }

    public required int Rounds { get; init; }

    public required double Seconds { get; init; }

    public required IReadOnlyList<ComparisonResult> Repeats { get; init; }

    public static RepeatSummary Of(IReadOnlyList<ComparisonResult> results)
    {
        var clinical = results.Select(result => result.Ipssm).OfType<ClinicalScore>().ToList();
        return new RepeatSummary
        {
            Splits = results.Count,
            Centralised = Spread.Of(results.Select(result => result.Centralised.CIndex)),
            Federated = Spread.Of(results.Select(result => result.Federated.CIndex)),
            Isolated = new IsolatedSpread(
                Spread.Of(results.Select(result => result.Isolated.Biggest.CIndex)),
                Spread.Of(results.Select(result => result.Isolated.Smallest.CIndex))),
            Ipssm = clinical.Count == 0 ? null : Spread.Of(clinical.Select(score => score.CIndex)),
            FederatedOnIpssm = clinical.Count == 0 ? null : Spread.Of(clinical.Select(score => score.FederatedCIndex)),
            CentralisedMinusFederated = Spread.Of(results.Select(result => result.Centralised.CIndex - result.Federated.CIndex)),
            Rounds = results[0].Rounds,
            Seconds = results.Sum(result => result.Seconds),
            Repeats = results,
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The line of one split, as soon as it is done.</summary>
    public static void WriteLine(int split, ComparisonResult result)
        => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"split {split,3}  seed {result.Seed,4}  centralised {result.Centralised.CIndex:0.000}  federated {result.Federated.CIndex:0.000}  biggest {result.Isolated.Biggest.CIndex:0.000}  smallest {result.Isolated.Smallest.CIndex:0.000}  {result.Ipssm?.Name} {result.Ipssm?.CIndex:0.000}  {result.Seconds:0} s"));

    public void Write(DemoOptions options)
    {
        Console.WriteLine();
        Console.WriteLine($"{options.Model}, {options.Strategy}, {options.Scenario} case: Harrell's C over {Splits} splits, mean ± standard deviation (95 % interval of the mean)");
        Line("centralised", Centralised);
        Line("federated", Federated);
        Line("isolated, biggest", Isolated.Biggest);
        Line("isolated, smallest", Isolated.Smallest);
        if (Ipssm is not null && FederatedOnIpssm is not null)
        {
            Line("clinical score", Ipssm);
            Line("federated, same patients", FederatedOnIpssm);
        }

        Line("centralised − federated", CentralisedMinusFederated);
    }

    private static void Line(string name, Spread spread)
        => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {name,-26} {spread.CIndex,7:0.0000} ± {spread.Sd:0.0000}   ({spread.Ci.Lower:0.0000} to {spread.Ci.Upper:0.0000})"));
}
