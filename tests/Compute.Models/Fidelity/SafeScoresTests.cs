using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Survival;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity;

/// <summary>Clinical and genomic fidelity from summaries that add up.</summary>
public sealed class SafeScoresTests
{
    private static readonly FeatureSchema Schema = new("toy", "1", [
        Tables.Number("age"), Tables.Number("hb"), Tables.Binary("g1"), Tables.Binary("g2"), Tables.Binary("g3"), Tables.Binary("del5q"),
        new Feature { Name = "OS", Type = FeatureType.TimeToEvent, Role = FeatureRole.Outcome, Unit = "d" }]);

    [Fact]
    public void GivenNodes_WhenTheirSummariesAreAdded_ThenTheCountsAreThoseOfThePooledPatients()
    {
        var patients = Patients(600, seed: 1);
        var plan = Plan(patients);
        FeatureTable[] nodes = [patients.Select([.. Enumerable.Range(0, 360)]), patients.Select([.. Enumerable.Range(360, 180)]), patients.Select([.. Enumerable.Range(540, 60)])];

        var sum = SafeSummary.Sum([.. nodes.Select(node => SafeSummary.FromJson(SafeSummary.Of(node, plan).ToJson()))]);
        var pooled = SafeSummary.Of(patients, plan);

        Assert.Equal((pooled with { Hazards = sum.Hazards, Numbers = sum.Numbers }).ToJson(), sum.ToJson());
        Assert.All(pooled.Numbers, number => Near.Equal([.. number.Value.Sums, .. number.Value.Squares], [.. sum.Numbers[number.Key].Sums, .. sum.Numbers[number.Key].Squares], 1e-6));
        Assert.All(pooled.Hazards.Where(hazard => hazard.Value.Precision > 0), hazard => Assert.Equal(hazard.Value.LogHazardRatio, sum.Hazards[hazard.Key].LogHazardRatio, 0.35));
    }

    [Fact]
    public void GivenTheSamePatients_WhenCompared_ThenEveryPartIsOne()
    {
        var patients = Patients(600, seed: 2);
        var plan = Plan(patients);
        var scores = SafeScores.Of(plan, SafeSummary.Of(patients, plan), SafeSummary.Of(patients, plan));

        Assert.All(scores.Clinical.Concat(scores.Genomic), part => Assert.Equal(1, part.Value, 12));
        Assert.Equal((1, 1, 1), (Math.Round(scores.Csf, 12), Math.Round(scores.Gsf, 12), Math.Round(scores.PhiCorrelation, 12)));
    }

    [Fact]
    public void GivenIndependentColumns_WhenCompared_ThenTheyLieFarBelowTwoRealHalves()
    {
        var patients = Patients(1200, seed: 3);
        var plan = Plan(patients);
        var (ceiling, floor) = (SafeReference.Ceiling(plan, patients, 5), SafeReference.Floor(plan, patients, 5));

        Assert.Equal(1, floor.Clinical["marginals"], 12);
        Assert.True(ceiling.Csf - floor.Csf > 0.15, $"CSF {floor.Csf} to {ceiling.Csf}");
        Assert.True(ceiling.Gsf - floor.Gsf > 0.15, $"GSF {floor.Gsf} to {ceiling.Gsf}");
        Assert.Equal(ceiling.Csf, SafeReference.Ceiling(plan, patients, 5).Csf);
        Assert.Equal(0.5, SafeScores.ShareOfTheWay(0.7, 0.6, 0.8), 12);
        Assert.True(double.IsNaN(SafeScores.ShareOfTheWay(0.8667, 0.9167, 0.9222)));
    }

    [Fact]
    public void GivenTheGenes_WhenTheirPhiIsCorrelated_ThenAsThePhiMatricesOfTheTables()
    {
        var (real, other) = (Patients(500, seed: 4), Patients(500, seed: 5));
        var plan = Plan(real);
        var scores = SafeScores.Of(plan, SafeSummary.Of(real, plan), SafeSummary.Of(other, plan));

        Assert.Equal(PhiMatrix.Correlation(real, other, plan.Genes), scores.PhiCorrelation, 9);
    }

    [Fact]
    public void GivenOneFactor_WhenItsHazardIsSummarised_ThenItIsCoxs()
    {
        var patients = Patients(500, seed: 6);
        var summary = SafeSummary.Of(patients, Plan(patients));
        var covariate = new double[patients.Count, 1];
        for (var i = 0; i < patients.Count; i++)
        {
            covariate[i, 0] = patients.Column("g1")[i];
        }

        var fit = CoxRegression.Fit(patients.Durations("OS"), patients.Events("OS"), covariate, CoxTies.Breslow);
        Assert.Equal(fit.Coefficients[0], summary.Hazards["g1"].LogHazardRatio, 9);
        Assert.Equal(fit.StandardErrors[0], summary.Hazards["g1"].StandardError, 9);
    }

    [Fact]
    public void GivenSmallGroups_WhenSuppressed_ThenNoGroupBelowKIsLeftNorFollowsBySubtraction()
    {
        var patients = Patients(200, seed: 7);
        var summary = SafeSummary.Of(patients, Plan(patients));
        var told = summary.Suppressed(10);

        foreach (var (before, after) in Cells(summary).Zip(Cells(told)))
        {
            Assert.DoesNotContain(after, count => count is > 0 and < 10);
            var hidden = before.Sum() - after.Sum();
            Assert.True(hidden == 0 || hidden >= 10 || after.All(count => count == 0), $"{hidden} hidden");
        }

        Assert.Equal(summary.ToJson(), summary.Suppressed(1).ToJson());
    }

    /// <summary>A number's coarse bins less the fine ones that are told; a lesion's counts less those of a pair.</summary>
    [Fact]
    public void GivenSmallGroupsThatOnlyFollowFromTwoTables_WhenSuppressed_ThenThePairIsNotTold()
    {
        var patients = Patients(400, seed: 10);
        var plan = Plan(patients) with { Clinical = ["age", "del5q"], Lesions = ["g1", "g2", "g3"], Genes = ["g1", "g2", "g3"], Cytogenetics = [] };
        var fine = plan with { Edges = new Dictionary<string, IReadOnlyList<double>>(plan.Edges) { ["age"] = [50.5, 55, 60, 70, 75, 80, 85] } };
        var (told, finely) = (SafeSummary.Of(patients, plan).Suppressed(10), SafeSummary.Of(patients, fine));

        Assert.Contains(told.ClinicalPairs["age|del5q"], count => count > 0);
        Assert.InRange(finely.Columns["age"][0], 1, 9);
        Assert.DoesNotContain(finely.ClinicalPairs["age|del5q"], count => count is > 0 and < 10);
        Assert.All(finely.Suppressed(10).ClinicalPairs["age|del5q"], count => Assert.Equal(0, count));

        var unknown = SafeSummary.Of(Unknown(patients, "g2", rows: 5), plan);
        Assert.DoesNotContain(unknown.LesionPairs["g1|g2"], count => count is > 0 and < 10);
        Assert.All(unknown.Suppressed(10).LesionPairs["g1|g2"], count => Assert.Equal(0, count));
        Assert.Equal(told.LesionPairs["g1|g3"], unknown.Suppressed(10).LesionPairs["g1|g3"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void GivenACurve_WhenTold_ThenEachOfItsStepsIsOfKEventsOrNoneAndItEndsWhereItDid(int k)
    {
        var patients = Patients(160, seed: 11);
        var plan = Plan(patients);
        var summary = SafeSummary.Of(patients, plan);
        var (exact, told) = (GroupedSurvival.Curve(summary), SurvivalPoint.Curve(plan, summary, k));
        int[] same = [.. Enumerable.Range(0, told.Count).Where(period => Math.Abs(told[period].Survival - exact[period]) <= 0.5e-4)];

        Assert.Equal(told.Count - 1, same[^1]);
        Assert.True(k > 1 ? same.Length < told.Count : same.Length == told.Count, $"{same.Length} of {told.Count} points as they are");
        Assert.All(told.Select((point, period) => Math.Abs(point.Survival - exact[period])), difference => Assert.InRange(difference, 0, k / 80.0));
        Assert.All(same.Prepend(-1).Zip(same, (before, end) => summary.Events[(before + 1)..(end + 1)].Sum()), events => Assert.True(events == 0 || events >= k, $"{events} events"));
    }

    [Fact]
    public void GivenAPlanThatDoesNotHold_WhenRead_ThenItIsRefusedWithTheFault()
    {
        var plan = Plan(Patients(100, seed: 8));
        Assert.Contains("not binary", Assert.Throws<ArgumentException>(() => SafePlan.FromJson((plan with { Clinical = [], Lesions = ["age"] }).ToJson())).Message, StringComparison.Ordinal);
        Assert.Contains("no ascending edges", Assert.Throws<ArgumentException>(() => SafePlan.FromJson((plan with { Edges = new Dictionary<string, IReadOnlyList<double>>() }).ToJson())).Message, StringComparison.Ordinal);
        Assert.Contains("no ascending edges", Assert.Throws<ArgumentException>(() => SafePlan.FromJson(plan.ToJson().Replace("\"age\":[", "\"age\":null,\"x\":[", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Contains("'age' stands twice", Assert.Throws<ArgumentException>(() => SafePlan.FromJson((plan with { Clinical = ["age", "hb", "age"] }).ToJson())).Message, StringComparison.Ordinal);
        Assert.Contains("'g1' stands twice", Assert.Throws<ArgumentException>(() => SafePlan.FromJson((plan with { Cytogenetics = ["g1"] }).ToJson())).Message, StringComparison.Ordinal);
        Assert.Contains("'OS' stands twice", Assert.Throws<ArgumentException>(() => SafePlan.FromJson((plan with { Schema = Schema with { Features = [.. Schema.Features, Schema["OS"]] } }).ToJson())).Message, StringComparison.Ordinal);
        Assert.Contains("no such JSON", Assert.Throws<ArgumentException>(() => SafePlan.FromJson("{}")).Message, StringComparison.Ordinal);
        Assert.Equal(plan.ToJson(), SafePlan.FromJson(plan.ToJson()).ToJson());
    }

    /// <summary>What synthetic patients do not tell of is no better than what they tell wrongly.</summary>
    [Fact]
    public void GivenSyntheticPatientsOfWhomAFeatureIsNotKnown_WhenCompared_ThenItCountsAsNotAlike()
    {
        var real = Patients(400, seed: 9);
        var plan = Plan(real);
        SafeScores Without(string name, FeatureTable patients) => SafeScores.Of(plan, SafeSummary.Of(patients, plan), SafeSummary.Of(Unknown(real, name), plan));

        Assert.Equal(0, Without("age", real).Columns["age"], 12);
        Assert.Equal(0.5, Without("age", real).Clinical["marginals"], 12);
        Assert.Equal(0.75, Without("g3", real).Genomic["frequencies"], 12);
        Assert.Equal(1, Without("g3", real).LargestFrequencyDifference, 12);
        Assert.True(double.IsNaN(Without("age", Unknown(real, "age")).Columns["age"]));
        Assert.Equal(1, Without("g3", Unknown(real, "g3")).Genomic["frequencies"], 12);
    }

    private static FeatureTable Unknown(FeatureTable patients, string name, int? rows = null) => new(Schema, patients.RowIds, Schema.Features.ToDictionary(
        feature => feature.Name,
        feature => feature.Name == name ? [.. patients.Column(name).ToArray().Select((value, row) => row < (rows ?? patients.Count) ? double.NaN : value)] : patients.Column(feature.Name).ToArray()));

    private static IEnumerable<long[]> Cells(SafeSummary summary) =>
        [.. summary.Columns.Values, .. summary.ClinicalPairs.Values, .. summary.LesionPairs.Values, summary.LesionsPerPatient, summary.Events, summary.Censored];

    private static SafePlan Plan(FeatureTable table) => SafePlanBuilder.Of(table, ["g1", "g2", "g3", "del5q"], ["del5q"], [], ["age", "g1", "del5q"], "OS");

    /// <summary>g1 and g2 exclude each other, g1 and del5q come together; age, g1 and low haemoglobin shorten life.</summary>
    private static FeatureTable Patients(int count, int seed)
    {
        var random = new Random(seed);
        double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];
        var age = Column(_ => 50 + (random.NextDouble() * 40));
        var hb = Column(i => random.NextDouble() < 0.1 ? double.NaN : 14 - (age[i] / 20) + random.NextDouble());
        var g1 = Column(_ => random.NextDouble() < 0.4 ? 1 : 0);
        var g2 = Column(i => random.NextDouble() < (g1[i] == 1 ? 0.1 : 0.6) ? 1 : 0);
        var g3 = Column(i => random.NextDouble() < 0.15 + (0.1 * g1[i]) ? 1 : 0);
        var del = Column(i => random.NextDouble() < (g1[i] == 1 ? 0.5 : 0.15) ? 1 : 0);
        double[] outcome = [.. Enumerable.Range(0, count).SelectMany(i =>
        {
            var time = -Math.Log(1 - random.NextDouble()) * 2000 / Math.Exp((0.04 * (age[i] - 70)) + g1[i]);
            return new[] { Math.Ceiling(Math.Min(time, 3000)), time < 3000 ? 1.0 : 0 };
        })];
        return new FeatureTable(Schema, [.. Enumerable.Range(0, count).Select(i => $"p{i:D4}")], new Dictionary<string, double[]>
        {
            ["age"] = age, ["hb"] = hb, ["g1"] = g1, ["g2"] = g2, ["g3"] = g3, ["del5q"] = del, ["OS"] = outcome,
        });
    }
}
