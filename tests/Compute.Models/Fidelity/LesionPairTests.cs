using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity;

/// <summary>Pairs of lesions against R's fisher.test, cor and p.adjust (Goldens/fisher.R).</summary>
public sealed class LesionPairTests
{
    private static readonly IReadOnlyDictionary<string, Dictionary<string, double[]>> Golden = GoldenFile.Read("fisher.txt");

    private static IEnumerable<(LesionPair Pair, Dictionary<string, double[]> Expected)> Pairs => Golden
        .Where(entry => entry.Value.ContainsKey("cells"))
        .Select(entry => (new LesionPair((long)entry.Value["cells"][0], (long)entry.Value["cells"][1], (long)entry.Value["cells"][2], (long)entry.Value["cells"][3]), entry.Value));

    [Fact]
    public void GivenTables_WhenTested_ThenPAndPhiAreThoseOfR()
    {
        Assert.Equal(6, Pairs.Count());
        Assert.All(Pairs, entry =>
        {
            Assert.Equal(entry.Expected["p"][0], entry.Pair.FisherP(), 9);
            Assert.Equal(entry.Expected["phi"][0], entry.Pair.Phi, 12);
        });
    }

    [Fact]
    public void GivenManyTests_WhenAdjusted_ThenThePsAreThoseOfR() =>
        Assert.All(Golden["adjusted"]["bh"].Zip(FalseDiscovery.Adjust([.. Pairs.Select(entry => entry.Pair.FisherP())])), pair => Assert.Equal(pair.First, pair.Second, 9));

    [Fact]
    public void GivenNobodyWithALesion_WhenAsked_ThenPhiIsZeroAndPOne()
    {
        var pair = new LesionPair(0, 0, 12, 80);
        Assert.Equal((0, 1), (pair.Phi, pair.FisherP()));
    }
}
