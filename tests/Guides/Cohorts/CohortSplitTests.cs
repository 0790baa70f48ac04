using GenoMed.Fhir.Guides.Cohorts;

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
    public void GivenTooFewPatients_WhenSplit_ThenItSaysSo()
        => Assert.Contains("too few", Assert.Throws<ArgumentException>(() => CohortSplit.Of(new(["ID"], [["a"], ["b"]]), CohortSplit.Shares(3), 1)).Message);

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
