using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Tests.Features;

public sealed class FeatureExtractorTests
{
    private const string Header = "ID,SEX,AGE,BM_BLAST,ANC,HB,PLT,CYTO_IPSSR,OS_YEARS,OS_STATUS,mut_TP53,mut_TET2,mut_CBL";

    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");

    [Fact]
    public async Task GivenMutatedWildTypeAndUntestedGenes_WhenExtracted_ThenOneZeroAndMissing()
    {
        var table = (await Extract(await Loaded("p1,M,64,1,1,9,100,Good,1,1,1,0,"))).Table;

        Assert.Equal((1.0, 0.0, double.NaN), (table.Column("mut_TP53")[0], table.Column("mut_TET2")[0], table.Column("mut_CBL")[0]));
    }

    [Fact]
    public async Task GivenPatientsInAnyOrder_WhenExtracted_ThenRowsAreOrderedBySourceIdentifier()
    {
        var server = await Loaded("p10,M,64,1,1,9,100,Good,1,1,1,0,", "p2,F,61,1,1,9,100,Good,1,1,1,0,", "P3,F,62,1,1,9,100,Good,1,1,1,0,");

        var table = (await Extract(server)).Table;

        Assert.Equal(["P3", "p10", "p2"], table.RowIds);
        Assert.Equal([62, 64, 61], table.Column("AGE").ToArray());
    }

    [Fact]
    public async Task GivenAListOfPatients_WhenExtracted_ThenOnlyTheyAreInTheTable()
    {
        var server = await Loaded("p1,M,64,1,1,9,100,Good,1,1,1,0,", "p2,F,61,1,1,9,100,Good,1,1,1,0,");

        var dataset = await Extract(server, ResourceIds.Patient("mds", "p2"));

        Assert.Equal(["p2"], dataset.Table.RowIds);
        Assert.Equal(1, dataset.Quality.Rows);
    }

    [Fact]
    public async Task GivenAPatientWithAnotherDisease_WhenExtracted_ThenNotInTheCohort()
    {
        var server = await Loaded("p1,M,64,1,1,9,100,Good,1,1,1,0,");
        server.Put("""{"resourceType":"Patient","id":"x","identifier":[{"system":"urn:other","value":"x"}]}""");
        server.Put("""{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/x"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"417357006"}]}}""");

        Assert.Equal(["p1"], (await Extract(server)).Table.RowIds);
    }

    [Fact]
    public async Task GivenAValueInAnotherUnit_WhenExtracted_ThenConvertedOrCountedAndDropped()
    {
        var server = await Loaded("p1,M,64,1,1,,,Good,1,1,1,0,");
        server.Put(Observation("a", "718-7", """ "valueQuantity":{"value":95,"system":"http://unitsofmeasure.org","code":"g/L"} """));
        server.Put(Observation("b", "777-3", """ "valueQuantity":{"value":7,"code":"furlong"} """));

        var dataset = await Extract(server);

        Assert.Equal((9.5, double.NaN), (dataset.Table.Column("HB")[0], dataset.Table.Column("PLT")[0]));
        Assert.Equal((1, 1), (Quality(dataset, "PLT").UnexpectedUnit, Quality(dataset, "PLT").Missing));
    }

    [Fact]
    public async Task GivenSeveralValues_WhenExtracted_ThenTheEarliestIsTakenAndAConflictCounted()
    {
        var server = await Loaded("p1,M,64,1,1,,100,Good,1,1,1,0,");
        server.Put(Observation("a", "718-7", """ "effectiveDateTime":"2020-05-01","valueQuantity":{"value":8,"code":"g/dL"} """));
        server.Put(Observation("b", "718-7", """ "effectiveDateTime":"2019-05-01","valueQuantity":{"value":11,"code":"g/dL"} """));

        var dataset = await Extract(server);

        Assert.Equal((11.0, 1), (dataset.Table.Column("HB")[0], Quality(dataset, "HB").Conflicts));
    }

    [Fact]
    public async Task GivenAnImplausibleValue_WhenExtracted_ThenKeptAndFlagged()
    {
        var dataset = await Extract(await Loaded("p1,M,64,1,1,2.5,100,Good,1,1,1,0,"));

        Assert.Equal((2.5, 1), (dataset.Table.Column("HB")[0], Quality(dataset, "HB").OutOfRange));
    }

    [Fact]
    public async Task GivenACodeThatIsNotInTheDictionary_WhenExtracted_ThenMissingAndCounted()
    {
        var server = await Loaded("p1,M,64,1,1,9,100,Good,1,1,1,0,");
        server.Put(Observation("a", "MDS_TYPE", """ "valueCodeableConcept":{"coding":[{"system":"urn:x","code":"y"}]} """, $"{Mds.Dictionary.Head.OwnSystem}"));

        Assert.Equal((1, 0), (Quality(await Extract(server), "MDS_TYPE").UnknownCode, Quality(await Extract(server), "MDS_TYPE").Present));
    }

    [Fact]
    public async Task GivenAResultEnteredInError_WhenExtracted_ThenItIsNotTaken()
    {
        var server = await Loaded("p1,M,64,1,1,,100,Good,1,1,1,0,");
        server.Put(Observation("a", "718-7", """ "valueQuantity":{"value":8,"code":"g/dL"} """).Replace("final", "entered-in-error", StringComparison.Ordinal));

        Assert.Equal(double.NaN, (await Extract(server)).Table.Column("HB")[0]);
    }

    [Fact]
    public async Task GivenAMutationReportedWithoutAPanel_WhenExtracted_ThenItCounts()
    {
        var server = await Loaded("p1,M,64,1,1,9,100,Good,1,1,,,");
        server.Put(Observation("a", "69548-6", """
            "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA9633-4"}]},
            "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"48018-6"}]},"valueCodeableConcept":{"coding":[{"system":"http://www.genenames.org/geneId","code":"HGNC:1541"}]}}]
            """));

        Assert.Equal((1.0, double.NaN), ((await Extract(server)).Table.Column("mut_CBL")[0], (await Extract(server)).Table.Column("mut_TP53")[0]));
    }

    [Fact]
    public async Task GivenTwoPatientsWithOneIdentifier_WhenExtracted_ThenConflict()
    {
        var server = await Loaded("p1,M,64,1,1,9,100,Good,1,1,1,0,");
        server.Put($$"""{"resourceType":"Patient","id":"x","identifier":[{"system":"{{Mds.Dictionary.Head.Identifier.System}}","value":"p1"}]}""");
        server.Put("""{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/x"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"109995007"}]}}""");

        Assert.Equal(ProblemKind.Conflict, (await Assert.ThrowsAsync<OperationProblem>(() => Extract(server))).Kind);
    }

    [Fact]
    public async Task GivenAnEmptyServer_WhenExtracted_ThenAnEmptyTable()
    {
        var dataset = await Extract(new MemoryServer());

        Assert.Equal((0, 0.0), (dataset.Table.Count, dataset.Quality.Completeness));
    }

    private static async Task<MemoryServer> Loaded(params string[] rows)
    {
        var server = new MemoryServer();
        var loader = new EtlLoader(Mds.Dictionary, new EtlOptions(), server.Send);
        await loader.LoadAsync(EtlSource.Text("c.csv", $"{Header}\n{string.Join('\n', rows)}\n"), null, TestContext.Current.CancellationToken);
        return server;
    }

    private static Task<ExtractedDataset> Extract(MemoryServer server, params string[] patients)
        => FeatureExtractor.ExtractAsync(Mds, server.Scan, patients.Length == 0 ? null : patients.ToHashSet(), TestContext.Current.CancellationToken);

    private static FeatureQuality Quality(ExtractedDataset dataset, string feature) => dataset.Quality.Features.Single(one => one.Name == feature);

    private static string Observation(string id, string code, string rest, string system = "http://loinc.org")
        => $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","subject":{"reference":"Patient/{{ResourceIds.Patient("mds", "p1")}}"},"code":{"coding":[{"system":"{{system}}","code":"{{code}}"}]},{{rest}}}""";
}
