using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Features;

namespace GenoMed.Fhir.Guides.Tests.Features;

/// <summary>Adding a disease needs no C#: a folder with a dictionary is enough.</summary>
public sealed class MadeUpDiseaseTests
{
    private const string Dictionary = """
        format: 1
        guide: toy
        version: 1.0.0
        title: A disease that nobody thought of
        canonical: https://example.org/toy
        systems: {loinc: http://loinc.org}
        missing: ["", "?"]
        identifier: {column: PID, system: urn:toy}
        condition: {label: Toy disease, codes: [guide|toy]}
        panels:
          fish: {label: FISH, codes: [guide|fish], item: guide|probe}
        groups:
          frailty: {label: Frailty, codes: [guide|frailty], category: survey}
        features:
          - {name: crises, type: count, role: input, carrier: observation, unit: "/a"}
          - {name: stage, type: category, ordered: true, role: input, carrier: diagnosis, categories: [I, II, III]}
          - {name: falls, type: count, role: input, unit: "1", carrier: {kind: observation, group: frailty}}
          - {name: cane, type: binary, role: input, carrier: {kind: observation, group: frailty}}
          - {name: "fish_{id}", type: binary, role: input, carrier: {kind: variant, panel: fish}, items: {t414: {label: t(4;14)}, del17p: {label: del(17p)}}}
          - {name: drug, type: binary, role: treatment, carrier: procedure}
          - {name: EFS, type: time-to-event, role: outcome, unit: d, columns: [days, relapse], carrier: follow-up, categories: [{code: "no"}, {code: "yes"}]}
        """;

    [Fact]
    public async Task GivenOnlyADictionaryAndACsv_WhenLoadedAndExtracted_ThenEveryCellIsThere()
    {
        var guide = Install();
        var server = new MemoryServer();
        var source = EtlSource.Text("toy.csv", "PID;crises;stage;falls;cane;fish_t414;fish_del17p;drug;days;relapse\nb;3;II;0;yes;1;0;0;400;no\na;?;;2;;0;;1;30;yes\n");

        await new EtlLoader(guide.Dictionary, new EtlOptions(), server.Send).LoadAsync(source, null, TestContext.Current.CancellationToken);
        var table = (await FeatureExtractor.ExtractAsync(guide, server.Scan, null, TestContext.Current.CancellationToken)).Table;

        Assert.Equal(["a", "b"], table.RowIds);
        Assert.Equal([double.NaN, 3], table.Column("crises").ToArray());
        Assert.Equal([double.NaN, 1], table.Column("stage").ToArray());
        Assert.Equal([2, 0], table.Column("falls").ToArray());
        Assert.Equal([double.NaN, 1], table.Column("cane").ToArray());
        Assert.Equal([0, 1], table.Column("fish_t414").ToArray());
        Assert.Equal([double.NaN, 0], table.Column("fish_del17p").ToArray());
        Assert.Equal([1, 0], table.Column("drug").ToArray());
        Assert.Equal([30, 1, 400, 0], table.Column("EFS").ToArray());
    }

    private static Guide Install()
    {
        var root = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(root, "_views"));
        foreach (var view in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "ImplementationGuides", "_views")))
        {
            File.Copy(view, Path.Combine(root, "_views", Path.GetFileName(view)));
        }

        Directory.CreateDirectory(Path.Combine(root, "toy"));
        File.WriteAllText(Path.Combine(root, "toy", "data-dictionary.yaml"), Dictionary);
        return new GuideCatalog(root).Find("toy");
    }
}
