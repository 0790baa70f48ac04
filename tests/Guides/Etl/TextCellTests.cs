using System.Text.Json;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Tests.Etl;

/// <summary>HGVS columns of a hospital's file.</summary>
public sealed class TextCellTests
{
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1", "R248Q", "", EtlRule.NotHgvs, "hgvsc_TP53", "NM_000546.6:c.743G>A")]
    [InlineData("1", "c.743G>A; see report", "", EtlRule.NotHgvs, "hgvsc_TP53", "separated by ';'")]
    [InlineData("1", "", "c.743G>A", EtlRule.NotHgvs, "hgvsp_TP53", "p.R248Q")]
    [InlineData("0", "c.743G>A", "", EtlRule.DetailWithoutFinding, "hgvsc_TP53", "mut_TP53 is not present")]
    [InlineData("1", "c.743G>A;c.524G>A", "p.R248Q", EtlRule.VariantCount, "hgvsc_TP53", "different numbers")]
    [InlineData("1", "c.743G>A;", "p.R248Q;", EtlRule.VariantCount, "hgvsc_TP53", "no text in any column")]
    [InlineData("1", "c.1A>G;c.2A>G;c.3A>G;c.4A>G;c.5A>G;c.6A>G;c.7A>G", "", EtlRule.VariantCount, "hgvsc_TP53", "at most 6")]
    public async Task GivenABadText_WhenChecked_ThenItIsReportedByColumnAndRule(string mutated, string coding, string protein, string rule, string column, string part)
    {
        var report = await new EtlChecker(Mds.Dictionary, new EtlOptions()).CheckAsync(File($"P1,{mutated},{coding},{protein}"), null, Cancellation);

        var fault = Assert.Single(report.Rejected);
        Assert.Equal((2L, column, rule), (fault.Row, fault.Column, fault.Rule));
        Assert.Contains(part, fault.ToString());
    }

    [Fact]
    public async Task GivenTwoVariantsOfAGene_WhenLoaded_ThenEachIsAVariantOfGenomicsReporting()
    {
        var server = await LoadAsync("P1,1,NM_000546.6:c.743G>A;c.524G>A,p.(Arg248Gln);");

        var variants = server.All.Where(resource => Components(resource).Any(component => Coding(component, "valueCodeableConcept").GetProperty("system").ValueEquals("http://varnomen.hgvs.org"))).ToArray();
        Assert.Equal(2, variants.Length);
        Assert.Equal(
            [["HGNC:11998", "NM_000546.6:c.743G>A", "p.(Arg248Gln)"], ["HGNC:11998", "c.524G>A"]],
            variants.Select(resource => Components(resource).Select(component => Coding(component, "valueCodeableConcept").GetProperty("code").GetString()!).ToArray()));
        Assert.All(variants, resource => Assert.Equal(["48018-6", "48004-6"], Components(resource).Take(2).Select(component => Coding(component, "code").GetProperty("code").GetString()!)));
    }

    [Fact]
    public async Task GivenTexts_WhenExtracted_ThenTheyAreBesideTheTableAndInNoSchema()
    {
        var dataset = await FeatureExtractor.ExtractAsync(Mds, (await LoadAsync("P1,1,c.743G>A,", "P2,1,,", "P3,0,,")).Scan, null, Cancellation);

        Assert.Equal("c.743G>A", dataset.Texts.Find("P1", "hgvsc_TP53"));
        Assert.Null(dataset.Texts.Find("P2", "hgvsc_TP53"));
        Assert.DoesNotContain(dataset.Table.Schema.Features, feature => feature.Name.StartsWith("hgvs", StringComparison.Ordinal));
        Assert.Equal([new TextQuality("hgvsc_TP53", 2, 1)], dataset.Quality.Texts);
    }

    [Fact]
    public async Task GivenAVariantTakenBack_WhenLoadedWithRemoveAbsent_ThenItIsGone()
    {
        var server = await LoadAsync("P1,1,c.743G>A;c.524G>A,");
        await new EtlLoader(Mds.Dictionary, new EtlOptions { RequireColumns = false, RemoveAbsent = true }, server.Send).LoadAsync(File("P1,1,c.743G>A,"), null, Cancellation);

        Assert.Equal("c.743G>A", (await FeatureExtractor.ExtractAsync(Mds, server.Scan, null, Cancellation)).Texts.Find("P1", "hgvsc_TP53"));
    }

    private static IEnumerable<JsonElement> Components(Resource resource)
        => resource.Element.TryGetProperty("component", out var components) ? components.EnumerateArray().Where(component => component.TryGetProperty("valueCodeableConcept", out _)) : [];

    private static JsonElement Coding(JsonElement component, string property) => component.GetProperty(property).GetProperty("coding")[0];

    private static async Task<MemoryServer> LoadAsync(params string[] rows)
    {
        var server = new MemoryServer();
        await new EtlLoader(Mds.Dictionary, new EtlOptions { RequireColumns = false }, server.Send).LoadAsync(File(rows), null, Cancellation);
        return server;
    }

    private static EtlSource File(params string[] rows) => EtlSource.Text("c.csv", "ID,mut_TP53,hgvsc_TP53,hgvsp_TP53,SEX,AGE,BM_BLAST,ANC,HB,PLT,CYTO_IPSSR,OS_YEARS,OS_STATUS\n" + string.Join('\n', rows.Select(row => row + ",M,60,1,1,9,100,Good,2,1")) + "\n");
}
