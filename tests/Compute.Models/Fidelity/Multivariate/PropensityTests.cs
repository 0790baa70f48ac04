using GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Multivariate;

/// <summary>What pMSE is by chance (Snoke and others 2018, tried out on samples of one population).</summary>
public sealed class PropensityTests
{
    [Theory]
    [InlineData(400, 400)]
    [InlineData(600, 200)]
    public void GivenTwoSamplesOfOnePopulation_WhenToldApart_ThenTheRatioIsOnePlusTheirSizes(int real, int synthetic)
    {
        var ratios = Enumerable.Range(0, 60).Select(i =>
        {
            var (first, second) = (Tables.Cohort(real, (2 * i) + 1), Tables.Cohort(synthetic, (2 * i) + 2));
            var space = UnitSpace.Of(first, second);
            var propensity = Propensity.Of(space.Encode(first), space.Encode(second), 1, 0.95);
            return propensity.Pmse / propensity.ExpectedPmse;
        }).ToArray();

        Assert.Equal(1 + (synthetic / (double)real), ratios.Average(), 0.25);
    }

    [Fact]
    public void GivenCoordinatesThatFollowFromOthers_WhenCounted_ThenTheyAreNotFree()
    {
        // A constant, x, 2 x + 1, one of two values and its opposite.
        float[] values = [.. Enumerable.Range(0, 50).SelectMany(row => new[] { 3f, row, (2 * row) + 1, row % 3 == 0 ? 1f : 0, row % 3 == 0 ? 0 : 1f, 0, 0, 0 })];

        Assert.Equal(2, IndependentCoordinates.Count(new DenseRows(values, 8, 5, 50)));
    }
}
