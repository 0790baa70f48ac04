using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Tests.Cohorts;

public sealed class CohortSplitTests
{
    private static readonly Cohort Thousand = new(["ID"], [.. Enumerable.Range(0, 1000).Select(i => new[] { $"P{i}" })]);

    [Fact]
    public void GivenAThousandPatients_WhenSplitOverThree_ThenSizesAreThePapers()
    {
        var split = CohortSplit.Of(Thousand, CohortSplit.Shares(3), seed: 5);
        Assert.Equal(100, split.Test.Rows.Count);
        Assert.Equal([540, 270, 90], split.Nodes.Select(node => node.Rows.Count));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void GivenAnySplit_WhenPutTogether_ThenEveryPatientIsThereOnce(int nodes)
    {
        var split = CohortSplit.Of(Thousand, CohortSplit.Shares(nodes), seed: 11);
        var all = split.Test.Rows.Concat(split.Pooled.Rows).Select(row => row[0]);
        Assert.Equal(Thousand.Rows.Select(row => row[0]).Order(), all.Order());
    }

    [Fact]
    public void GivenTheSameSeed_WhenSplit_ThenTheSameParts()
        => Assert.Equal(
            CohortSplit.Of(Thousand, CohortSplit.Shares(3), 3).Test.Rows.Select(row => row[0]),
            CohortSplit.Of(Thousand, CohortSplit.Shares(3), 3).Test.Rows.Select(row => row[0]));

    [Fact]
    public void GivenTheWorstCase_WhenApplied_ThenEachNodeLacksOtherColumnsWholeAndTheTestSetHasAll()
    {
        var mds = Guide.Load(RepositoryPaths.Guide("mds"));
        var best = CohortSplit.Of(mds.Cohorts(1).Generate(200), CohortSplit.Shares(3), 1);
        var worst = WorstCase.Apply(best, mds.Dictionary, 1);

        var lacking = worst.Nodes.Select(node => node.Header.Where((_, i) => node.Rows.All(row => row[i].Length == 0)).ToList()).ToList();
        Assert.All(lacking, columns => Assert.True(columns.Count > 20));
        Assert.NotEqual(lacking[0], lacking[1]);
        Assert.DoesNotContain("OS_YEARS", lacking.SelectMany(columns => columns));
        Assert.Equal(best.Test, worst.Test);
    }

    [Fact]
    public void GivenTooFewPatients_WhenSplit_ThenItSaysSo()
        => Assert.Contains("too few", Assert.Throws<OperationProblem>(() => CohortSplit.Of(new(["ID"], [["a"], ["b"]]), CohortSplit.Shares(3), 1)).Message);

    [Fact]
    public void GivenACohort_WhenWrittenAndRead_ThenItIsTheSame()
    {
        var file = Path.GetTempFileName();
        CohortFile.Write(file, new Cohort(["ID", "note"], [["a", "x, \"y\""], ["b", ""]]));
        var read = CohortFile.Read(file);
        File.Delete(file);
        Assert.Equal(["ID", "note"], read.Header);
        Assert.Equal(["a", "x, \"y\"", "b", ""], read.Rows.SelectMany(row => row));
    }
}
