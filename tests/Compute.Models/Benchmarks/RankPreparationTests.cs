using GenoMed.Fhir.Compute.Models.Benchmarks;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Benchmarks;

public sealed class RankPreparationTests
{
    private static readonly FeatureSchema Schema = Tables.Schema(Tables.Number("stage"), Tables.Number("x"), Tables.Number("seen"), Tables.Outcome("os"));

    private static readonly FeatureTable Training = Tables.Of(Schema, [1, 2, 3, 3], [1.5, double.NaN, 2.5, 10], [0, 1, 1, 0], [1, 1, 2, 0, 3, 1, 4, 0]);

    [Fact]
    public void GivenTrainingRows_WhenPrepared_ThenFewWholeValuesAreOneHotAndNumbersHaveNormalScores()
    {
        var prepared = new RankPreparation(Training, "os").Apply(Training);

        Assert.Equal(["stage=1", "stage=2", "x", "x rank", "seen", "os"], prepared.Schema.Features.Select(feature => feature.Name));
        Assert.Equal([0, 1, 0, 0], prepared.Column("stage=1").ToArray());
        Assert.Equal([0, 0, 1, 1], prepared.Column("stage=2").ToArray());

        // Φ⁻¹ of 1/4, 2/4, 3/4; what is missing stays so.
        Assert.Equal([-0.674490, double.NaN, 0, 0.674490], prepared.Column("x rank").ToArray().Select(value => Math.Round(value, 6)));
        Assert.Equal(Training.Column("os").ToArray(), prepared.Column("os").ToArray());
    }

    [Fact]
    public void GivenRowsThatWereNotTrainedOn_WhenPrepared_ThenTheTrainingRowsRanksAndLimitsHold()
    {
        var unseen = Tables.Of(Schema, [9], [1e9], [1], [1, 1]);
        var prepared = new RankPreparation(Training, "os").Apply(unseen);

        Assert.Equal([0], prepared.Column("stage=2").ToArray());
        Assert.InRange(prepared.Column("x")[0], 10, 30);
        Assert.Equal(1.150349, prepared.Column("x rank")[0], 1e-6);
    }
}
