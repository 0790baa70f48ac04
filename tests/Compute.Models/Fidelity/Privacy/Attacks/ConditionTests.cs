using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy.Attacks;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("Equal", 2, 0)]
    [InlineData("NotEqual", 1, 1)]
    [InlineData("Less", 0, 0)]
    [InlineData("Greater", 1, 0)]
    [InlineData("AtMost", 2, 0)]
    [InlineData("AtLeast", 3, 0)]
    [InlineData("Missing", 0, 1)]
    [InlineData("Known", 3, 0)]
    public void GivenValuesAndAMissingOne_WhenCompared_ThenAMissingOneOnlyDiffersOrIsMissing(string comparison, int known, int missing)
    {
        var condition = new Condition(0, Enum.Parse<Comparison>(comparison), 4);
        Assert.Equal((known, missing), (new[] { 4.0, 4, 9 }.Count(condition.Holds), condition.Holds(double.NaN) ? 1 : 0));
    }

    [Fact]
    public void GivenRowsThatRecur_WhenMadeDistinct_ThenEachIsThereOnce()
    {
        var table = Tables.Of(Tables.Schema(Tables.Number("x"), Tables.Binary("a")), [1, 1, double.NaN, double.NaN, 0, -0.0], [0, 0, 1, 1, 1, 1]);
        var rows = DistinctRows.Of(table, table.Schema.Features);
        Assert.Equal([1, double.NaN, 0], rows.Cells[0]);
        Assert.Equal([0, 1, 1], rows.Cells[1]);
        Assert.Equal([true, false], rows.IsNumber);
    }

    [Fact]
    public void GivenPredicates_WhenMade_ThenEachSinglesOutOneSyntheticRow()
    {
        var table = Cohorts.Of(150, 4);
        var rows = DistinctRows.Of(table, table.Schema.Features);
        var predicates = Predicates.Univariate(rows, 100, 1).Concat(Predicates.Multivariate(rows, 100, 3, 1)).ToArray();
        Assert.Equal(200, predicates.Length);
        Assert.All(predicates, predicate => Assert.Equal(1, rows.Matches(predicate)));
        Assert.Equal(100, predicates.Skip(100).Select(predicate => string.Join(';', predicate)).Distinct().Count());
    }

    [Fact]
    public void GivenAPartOfTheControl_WhenSuccessesAreExpected_ThenThoseOfManyDraws()
    {
        int[] matches = [0, 1, 2, 5, 30];
        var (shuffle, seen) = (new RowShuffle(3), 0);
        for (var draw = 0; draw < 20000; draw++)
        {
            var part = shuffle.Next(40).AsSpan(0, 15);
            foreach (var match in matches)
            {
                var inside = 0;
                foreach (var row in part)
                {
                    inside += row < match ? 1 : 0;
                }

                seen += inside == 1 ? 1 : 0;
            }
        }

        Assert.Equal(seen / 20000.0, SizeCorrection.Expected(matches, 40, 15), 0.03);
        Assert.Equal(1, SizeCorrection.Expected(matches, 40, 40), 9);
    }
}
