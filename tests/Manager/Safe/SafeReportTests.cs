using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;
using GenoMed.Fhir.Manager.Safe;
using GenoMed.Fhir.Manager.Safe.Page;
using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Profiles;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Manager.Tests.Safe;

/// <summary>Nodes' evidence as one report: numbers, page and MeasureReport.</summary>
public sealed class SafeReportTests
{
    private static readonly SafePart[] Quick = [SafePart.Fidelity, SafePart.Privacy];

    [Fact]
    public async Task GivenThreeNodesThatTellEverything_WhenCombined_ThenTheScoresAreThoseOfThePooledPatients()
    {
        var (real, synthetic) = (await MdsTables.OfAsync(1, 420), await MdsTables.OfAsync(2, 300));
        var plan = MdsTables.Plan(real);
        FeatureTable[] parts = [real.Select([.. Enumerable.Range(0, 240)]), real.Select([.. Enumerable.Range(240, 120)]), real.Select([.. Enumerable.Range(360, 60)])];
        var report = Report(plan, [.. parts.Select((part, i) => Evidence($"node {i}", plan, part, null, synthetic, [SafePart.Fidelity], k: 1))]);
        var pooled = SafeScores.Of(plan, SafeSummary.Of(real, plan), SafeSummary.Of(synthetic, plan));
        var levels = report.Fidelity!.Levels;

        Assert.True(levels.Pooled);
        Assert.Equal((pooled.Gsf, pooled.PhiCorrelation), (levels.Scores.Gsf, levels.Scores.PhiCorrelation));
        foreach (var part in new[] { "marginals", "associations", "survival" })
        {
            Assert.Equal(pooled.Clinical[part], levels.Scores.Clinical[part], 12);
        }

        // A hazard of three nodes has a baseline at each, which pooled patients have not.
        Assert.Equal(pooled.Clinical["hazards"], levels.Scores.Clinical["hazards"], 0.1);
        var sf3b1 = report.Fidelity.Lesions.Single(lesion => lesion.Name == "mut_SF3B1");
        Assert.Equal(real.Column("mut_SF3B1").ToArray().Count(value => value == 1), sf3b1.Real!.Successes);
        Assert.Equal(420, report.Nodes.Sum(node => node.Patients));
    }

    [Fact]
    public async Task GivenNodesThatHideSmallGroups_WhenCombined_ThenTheScoresAreTheirMeansByPatientsAndSmallLesionsAreLeftOut()
    {
        var (real, synthetic) = (await MdsTables.OfAsync(3, 300), await MdsTables.OfAsync(4, 300));
        var plan = MdsTables.Plan(real);
        var nodes = new[] { real.Select([.. Enumerable.Range(0, 200)]), real.Select([.. Enumerable.Range(200, 100)]) }
            .Select((part, i) => Evidence($"node {i}", plan, part, null, synthetic, [SafePart.Fidelity])).ToArray();
        var report = Report(plan, nodes);
        double Csf(int node) => nodes[node].Evidence.Scores!.Csf;

        Assert.False(report.Fidelity!.Levels.Pooled);
        Assert.Equal(((200 * Csf(0)) + (100 * Csf(1))) / 300, report.Fidelity.Levels.Scores.Csf, 12);
        Assert.Contains(report.Fidelity.Lesions, lesion => lesion.Real is null || lesion.Real.Count < 300);
        Assert.All(report.Fidelity.Lesions.Where(lesion => lesion.Real is not null), lesion => Assert.True(lesion.Real!.Successes is 0 or >= 10));
    }

    [Fact]
    public async Task GivenOneNodeAskedForMoreThanAnother_WhenCombined_ThenItIsRefused()
    {
        var table = await MdsTables.OfAsync(5, 60);
        var plan = MdsTables.Plan(table);
        NodeEvidence[] nodes = [Evidence("a", plan, table, null, table, [SafePart.Fidelity]), Evidence("b", plan, table, null, table, Quick)];

        Assert.Contains("1 of 2 nodes", Assert.Throws<ArgumentException>(() => Report(plan, nodes)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Report(plan, []));
    }

    [Fact]
    public async Task GivenEveryPart_WhenWrittenAsMeasureReport_ThenItIsValidAndHasTheGatesAndTheSetsHash()
    {
        var report = await WholeAsync();
        var resource = SafeMeasureReport.Of(report);
        var json = resource.Element;
        var known = new CanonicalChain(Guides.GuideCatalog.Default.Canonicals, OfficialCanonicals.Instance);

        Assert.Empty(new ProfileValidator(known, new TerminologyService(known)).Validate(Resource.Parse(resource.Json)).Select(issue => issue.Diagnostics));
        Assert.Equal(report.Subject.Sha256, json.Items("identifier").Single().Text("value"));
        Assert.Equal("Library/synthetic-mds-x", json.Items("evaluatedResource").Single().Text("reference"));
        var gates = json.Items("group").Where(group => Code(group, "code").StartsWith("gate-", StringComparison.Ordinal)).ToArray();
        Assert.Equal(report.Gates.Select(gate => ($"gate-{gate.Name}", gate.Passed ? "passed" : "failed")), gates.Select(group => (Code(group, "code"), Code(group, "measureScoreCodeableConcept"))));
        Assert.Equal(8, gates.Length);
        Assert.All(new[] { "csf", "wasserstein", "wasserstein-largest", "control-arm-agreement-weighted" }, code => Assert.Contains(json.Items("group"), group => Code(group, "code") == code));
    }

    [Fact]
    public async Task GivenTheCodesOfAReport_WhenLookedUp_ThenTheCodeSystemHasEachAndTheMeasureIsThere()
    {
        var system = Guides.GuideCatalog.Default.Canonicals.Find("CodeSystem", new CanonicalUrl(SafeMeasureReport.System));
        var codes = system!.Value.Items("concept").Select(concept => concept.Text("code")).ToHashSet();
        var report = await WholeAsync();

        Assert.Empty(SafeMetrics.All.Select(metric => metric.Code).Concat(report.Gates.Select(gate => $"gate-{gate.Name}")).Concat(["passed", "failed"]).Except(codes));
        Assert.NotNull(Guides.GuideCatalog.Default.Canonicals.Find("Measure", new CanonicalUrl(SafeMeasureReport.Measure)));
    }

    [Fact]
    public async Task GivenAReport_WhenWrittenAsPage_ThenItNeedsNothingFromElsewhereAndShowsEveryPart()
    {
        var report = await WholeAsync();
        var page = SafePage.Of(report with { Subject = report.Subject with { Title = "<script>alert(1)</script>" } });

        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.All(new[] { "In short", "How far numbers lie apart", "Synthetic patients as controls", "Fidelity", "Survival", "Prognostic factors", "Lesions", "Genes that come together", "Clinical features", "Clinical use", "Nearest patients", "Attacks", "All features together" },
            heading => Assert.Contains($"<h2>{heading}</h2>", page, StringComparison.Ordinal));
        Assert.All(report.Gates, gate => Assert.Contains(System.Net.WebUtility.HtmlEncode(gate.Why), page, StringComparison.Ordinal));
        System.Xml.Linq.XDocument.Parse(page[page.IndexOf("<svg", StringComparison.Ordinal)..(page.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);
    }

    /// <summary>Floor and ceiling of few patients lie side by side: their names did upon each other.</summary>
    [Fact]
    public async Task GivenCopies_WhenDrawn_ThenThePageSaysWhatMoreThanTheWholeWayIsAndLevelsAreNamedAtTheEnds()
    {
        var table = await MdsTables.OfAsync(9, 100);
        var plan = MdsTables.Plan(table);
        var page = SafePage.Of(Report(plan, [Evidence("north", plan, table, null, table, [SafePart.Fidelity])]));

        Assert.Contains("More than 100 % is more alike", page, StringComparison.Ordinal);
        Assert.Matches("<text x=\"8\"[^>]*>(floor|ceiling) [0-9.]+</text>", page);
        Assert.Matches("<text x=\"322\"[^>]*>(floor|ceiling) [0-9.]+</text>", page);
    }

    [Fact]
    public async Task GivenMeanSurvival_WhenReadOnThePageOrInTheMeasures_ThenItIsOneFigureEverywhere()
    {
        var report = await WholeAsync();
        double Metric(string code) => SafeMetrics.All.Single(metric => metric.Code == code).Value(report)!.Value;
        string Text(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(report.Clinical!.Survival.Real.Mean, Metric("rmst-real"));
        Assert.Equal(Metric("rmst-difference"), Metric("rmst-synthetic") - Metric("rmst-real"), 12);
        Assert.Contains($"after {Text(Metric("rmst-real"))} on average", SafePage.Of(report), StringComparison.Ordinal);
        Assert.NotEqual(report.Fidelity!.Survival.RealMean, Metric("rmst-real"));
        Assert.Equal(report.Fidelity.Survival.RealMean, SurvivalMeans.Of(report with { Clinical = null })!.Real);
    }

    [Fact]
    public async Task GivenNumbers_WhenDrawn_ThenTheirUnitsAndWhatAHazardRatioIsPerAreTold()
    {
        var report = await WholeAsync();
        var page = SafePage.Of(report);

        Assert.Contains("Haemoglobin (g/dL)", page, StringComparison.Ordinal);
        Assert.Contains("Platelets (10⁹/L)", page, StringComparison.Ordinal);
        Assert.Matches(@"^Age at diagnosis, per [0-9.]+ years$", report.Fidelity!.Hazards.Single(hazard => hazard.Factor == "AGE").Label);
        Assert.Equal("IPSS-R cytogenetic class, per step", report.Fidelity.Hazards.Single(hazard => hazard.Factor == "CYTO_IPSSR").Label);
    }

    private static async Task<SafeReport> WholeAsync()
    {
        var (training, holdOut, synthetic) = (await MdsTables.OfAsync(6, 200), await MdsTables.OfAsync(7, 120), await MdsTables.OfAsync(8, 200));
        var plan = MdsTables.Plan(training);
        return Report(plan, [Evidence("north", plan, training, holdOut, synthetic, Enum.GetValues<SafePart>())]);
    }

    private static SafeReport Report(SafePlan plan, IReadOnlyList<NodeEvidence> nodes) => SafeReport.Of(
        new SafeSubject { Title = "test", Guide = "mds", Version = "0.1.0", Sha256 = new string('a', 64), Library = "synthetic-mds-x" },
        plan, nodes, 1, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), new PrivacyGateOptions());

    private static NodeEvidence Evidence(string name, SafePlan plan, FeatureTable training, FeatureTable? holdOut, FeatureTable synthetic, IReadOnlyList<SafePart> parts, int k = 10)
    {
        var told = SafeEvidence.Of(plan, training, holdOut, synthetic, parts.ToHashSet(), new SafeEvidenceOptions(1, k), TestContext.Current.CancellationToken);
        return new NodeEvidence(name, SafeEvidence.FromJson(told.ToJson()));
    }

    private static string Code(System.Text.Json.JsonElement parent, string property) => parent.Child(property)?.Items("coding").First().Text("code") ?? "";
}
