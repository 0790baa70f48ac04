using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Tests.Publishing;

/// <summary>Rows from a generator: conditions, shares, hard rules, and what is refused.</summary>
public sealed class SyntheticCohortTests
{
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");
    private readonly TableSource _source = new(TableSource.Of(Mds.Dictionary, "SEX", "AGE", "WHO_2016", "BM_BLAST", "mut_SF3B1", "cna_delY", "OS"), Cell);

    [Fact]
    public void GivenARequest_WhenDrawnTwice_ThenItIsTheSameAndAnotherSeedIsNot()
    {
        var (first, again, other) = (Draw(new SyntheticRequest(50, 1)), Draw(new SyntheticRequest(50, 1)), Draw(new SyntheticRequest(50, 2)));

        Assert.Equal(first.Table.RowIds, again.Table.RowIds);
        Assert.Equal("SYNTHETIC-k-0000001", first.Table.RowIds[0]);
        Assert.Equal(first.Table.RowIds.Order(StringComparer.Ordinal), first.Table.RowIds);
        Assert.Equal(first.Table.Column("AGE").ToArray(), again.Table.Column("AGE").ToArray());
        Assert.NotEqual(first.Table.Column("AGE").ToArray(), other.Table.Column("AGE").ToArray());
    }

    [Fact]
    public void GivenValuesAndRanges_WhenDrawn_ThenEveryRowMeetsThemAndValuesAreTheModelsOwnConditions()
    {
        var drawn = Draw(new SyntheticRequest(200, 1) { Where = ["SF3B1=1", "SEX = female", "AGE > 70", "WHO_2016 != 'MDS-U'", "AGE < 90 and not cna_delY"] });

        Assert.All(drawn.Table.Column("mut_SF3B1").ToArray(), value => Assert.Equal(1, value));
        Assert.All(drawn.Table.Column("AGE").ToArray(), value => Assert.InRange(value, 70.01, 89.99));
        Assert.All(_source.Asked, asked => Assert.Equal(["SEX", "mut_SF3B1"], asked.Keys.Order(StringComparer.Ordinal)));
        Assert.True(drawn.Report.Drawn > 200);
        Assert.Equal(drawn.Report.Drawn - 200, drawn.Report.ByRule.Concat(drawn.Report.ByCondition).Sum(reason => reason.Rows));
        Assert.Contains(drawn.Report.ByCondition, reason => reason.Reason == "AGE > 70" && reason.Rows > 0);
    }

    [Fact]
    public void GivenShares_WhenDrawn_ThenTheCohortHasThemExactlyAndMixed()
    {
        var drawn = Draw(new SyntheticRequest(1000, 1) { Shares = ["SF3B1=0.5", "WHO_2016:MDS-EB1=0.2", "WHO_2016:MDS-EB2=0.1"] });

        var (mutated, classes) = (drawn.Table.Column("mut_SF3B1").ToArray(), drawn.Table.Column("WHO_2016").ToArray());
        var codes = Mds.Dictionary["WHO_2016"].Feature.Categories.ToList();
        Assert.Equal(500, mutated.Count(value => value == 1));
        Assert.Equal(200, classes.Count(value => value == codes.IndexOf("MDS-EB1")));
        Assert.Equal(100, classes.Count(value => value == codes.IndexOf("MDS-EB2")));
        Assert.InRange(classes.Zip(mutated).Count(pair => pair.First == codes.IndexOf("MDS-EB1") && pair.Second == 1), 60, 140);
        Assert.InRange(mutated[..500].Count(value => value == 1), 200, 300);
    }

    [Fact]
    public void GivenRowsAgainstTheRules_WhenDrawn_ThenNoneIsThereAndTheReportCountsThemByRule()
    {
        var drawn = Draw(new SyntheticRequest(500, 1));

        var (sex, lossOfY, age, time) = (drawn.Table.Column("SEX").ToArray(), drawn.Table.Column("cna_delY").ToArray(), drawn.Table.Column("AGE").ToArray(), drawn.Table.Durations("OS"));
        Assert.DoesNotContain(sex.Zip(lossOfY), pair => pair is { First: 1, Second: 1 });
        Assert.All(age, value => Assert.True(double.IsNaN(value) || value is >= 18 and <= 105));
        Assert.All(time, value => Assert.True(double.IsNaN(value) || value >= 0));
        string[] rules = [.. drawn.Report.ByRule.Select(rule => rule.Reason)];
        Assert.Contains("y-loss: loss of Y in a woman", rules);
        Assert.Contains("AGE: outside 18 to 105 a", rules);
        Assert.Contains("OS: negative duration (the event before the diagnosis)", rules);
        Assert.Contains("OS: an event at an unknown time", rules);
        Assert.Equal(drawn.Report.Drawn - 500, drawn.Report.ByRule.Sum(rule => rule.Rows));
    }

    [Fact]
    public void GivenNumbersOfAnyPrecision_WhenDrawn_ThenTheyHaveTheDictionarysDecimals()
    {
        var ages = Draw(new SyntheticRequest(100, 1)).Table.Column("AGE").ToArray();

        Assert.All(ages.Where(double.IsFinite), age => Assert.Equal(Math.Round(age, 1), age));
    }

    [Theory]
    [InlineData("FOO=1", "no feature 'FOO'")]
    [InlineData("mut_TP53=1", "generates no 'mut_TP53'")]
    [InlineData("SEX=X", "no value 'X'")]
    [InlineData("SEX > F", "no order")]
    [InlineData("AGE=70", "continuous")]
    [InlineData("AGE > 130", "can hold for nobody")]
    [InlineData("AGE > NaN", "'NaN' at 6")]
    [InlineData("AGE >", "cannot be read")]
    [InlineData("SEX == 'M' and HEIGHT > 3", "HEIGHT")]
    public void GivenAConditionThatIsNone_WhenAsked_ThenItIsRefusedWithWhatIsWrong(string condition, string because)
        => Refused(new SyntheticRequest(10, 1) { Where = [condition] }, ProblemKind.Invalid, because);

    [Fact]
    public void GivenAConditionThatIsTooLong_WhenAsked_ThenItIsRefusedAndNotQuoted()
    {
        Refused(new SyntheticRequest(10, 1) { Where = ["1 > 0" + string.Concat(Enumerable.Repeat("-1", 500_000))] }, ProblemKind.Invalid, "at most 16384 characters");
        Assert.Empty(_source.Asked);
    }

    [Fact]
    public void GivenConditionsThatContradict_WhenAsked_ThenTheyAreRefusedBeforeARowIsDrawn()
    {
        Refused(new SyntheticRequest(10, 1) { Where = ["SF3B1=1", "mut_SF3B1=0"] }, ProblemKind.Invalid, "contradicts");
        Refused(new SyntheticRequest(10, 1) { Where = ["AGE > 70", "AGE <= 70"] }, ProblemKind.Invalid, "can hold for nobody");
        Refused(new SyntheticRequest(10, 1) { Where = ["SF3B1=1"], Shares = ["SF3B1=0.5"] }, ProblemKind.Invalid, "give one of the two");
        Refused(new SyntheticRequest(10, 1) { Shares = ["SEX:F=0.7", "SEX:M=0.7"] }, ProblemKind.Invalid, "add up to 1.4");
        Refused(new SyntheticRequest(10, 1) { Shares = ["SF3B1=2"] }, ProblemKind.Invalid, "no share");
        Refused(new SyntheticRequest(10, 1) { Shares = ["AGE=0.5"] }, ProblemKind.Invalid, "no binary feature or category");
        Assert.Empty(_source.Asked);
    }

    [Fact]
    public void GivenAConditionThatTheModelNeverMeets_WhenDrawn_ThenTheRefusalSaysTheAcceptanceRate()
        => Refused(new SyntheticRequest(10, 1) { Where = ["AGE > 40 and AGE < 40.05"] }, ProblemKind.Unprocessable, "acceptance rate 0.000");

    [Fact]
    public void GivenAValueThatTheModelCannotGive_WhenDrawn_ThenItIsRefusedInTheModelsWords()
        => Refused(new SyntheticRequest(10, 1) { Where = ["WHO_2016='other'"] }, ProblemKind.Unprocessable, "finds no such row");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000)]
    public void GivenACountThatIsNone_WhenAsked_ThenItIsRefused(int count)
        => Refused(new SyntheticRequest(count, 1), ProblemKind.Invalid, "1 to 1000000 patients");

    private DrawnCohort Draw(SyntheticRequest request)
        => new SyntheticCohort(Mds.Dictionary, _source.Schema, request).Draw(_source.Generate, "k", null, TestContext.Current.CancellationToken);

    private void Refused(SyntheticRequest request, ProblemKind kind, string because)
    {
        var problem = Assert.Throws<OperationProblem>(() => Draw(request));
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(because, problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Some cells break each rule; the last class (other) never occurs.</summary>
    private static double[] Cell(Random random, Feature feature) => feature.Name switch
    {
        "AGE" => [Math.Abs(60 + (25 * (random.NextDouble() - random.NextDouble()) * 3))],
        "BM_BLAST" => [20 * random.NextDouble()],
        "WHO_2016" => [random.NextDouble() < 0.05 ? double.NaN : random.Next(feature.Categories.Count - 1)],
        "OS" => random.NextDouble() < 0.05 ? [double.NaN, 1] : [(20 * random.NextDouble()) - 1, random.Next(2)],
        _ => [random.Next(2)],
    };
}
