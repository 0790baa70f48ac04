using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity;

/// <summary>Numbers in groups of k patients.</summary>
public sealed class MicroaggregationTests
{
    [Fact]
    public void GivenNumbers_WhenGrouped_ThenNeighboursStandAtTheirMeanAndMissingStaysMissing() =>
        Assert.Equal([2, double.NaN, 2, 2, 9, 9, 9, 9], Microaggregation.Of([1, double.NaN, 2, 3, 12, 7, 8, 9], 3));

    [Fact]
    public void GivenAValueThatManyShare_WhenGrouped_ThenItsGroupStandsThere() =>
        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 1], Microaggregation.Of([0, 0, 0, 0.5, 1, 1, 1, 1.5], 3));

    [Fact]
    public void GivenFewerThanKNumbers_WhenGrouped_ThenTheyAreOneGroup()
    {
        Assert.Equal([3, 3, double.NaN], Microaggregation.Of([2, 4, double.NaN], 10));
        Assert.Equal([double.NaN], Microaggregation.Of([double.NaN], 10));
    }

    /// <summary>The attack: an edge moved past one patient tells of that patient by the difference, and the sums tell the value.</summary>
    [Fact]
    public void GivenEdgesMovedPastEachPatient_WhenANodeIsAskedAgain_ThenNoTwoAnswersDifferByFewerThanK()
    {
        const int K = 10;
        var patients = Tables.Cohort(120, 5);
        var plan = new SafePlan
        {
            Schema = patients.Schema, Clinical = ["x"], Lesions = ["g"], Genes = [], Cytogenetics = [], Outcome = "os", Prognostic = [],
            Edges = new Dictionary<string, IReadOnlyList<double>>(), Times = [1, 2],
        };
        long Below(double edge, int k) => SafeEvidence.Of(
            plan with { Edges = new Dictionary<string, IReadOnlyList<double>> { ["x"] = [edge] } }, patients, null, null,
            new HashSet<SafePart> { SafePart.Fidelity }, new SafeEvidenceOptions(1, k), TestContext.Current.CancellationToken).Real!.Columns["x"][0];
        double[] edges = [.. patients.Column("x").ToArray().Order()];
        long Least(int k) => edges.Select(edge => Below(edge, k)).Distinct().Order().ToArray() is var counts ? counts.Zip(counts.Skip(1), (less, more) => more - less).Min() : 0;

        Assert.Equal(1, Least(1));
        Assert.True(Least(K) >= K, $"two answers differ by {Least(K)}");
    }
}
