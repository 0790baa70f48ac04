using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.Guides.Tests.Features;

/// <summary>Row to FHIR to row is the identity.</summary>
public sealed class RoundTripTests
{
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");

    /// <summary>Every guide in the folder: a new disease is tested by being there.</summary>
    public static TheoryData<string, int> Guides
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var guide in GuideCatalog.Default.Names)
            {
                data.Add(guide, 1);
                data.Add(guide, 2);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task GivenGeneratedRowsWithMissingValues_WhenTheyGoThroughFhir_ThenEveryCellComesBack(string guide, int seed)
    {
        var disease = GuideCatalog.Default.Find(guide);
        var rows = GeneratedRows.Of(disease.Dictionary, new Random(seed), 40);

        RequireEqual(disease, rows, await ThroughFhir(disease, rows));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task GivenGeneratedRowsAsAFile_WhenLoaded_ThenEveryCellComesBackAndEveryResourceIsValid(string guide, int seed)
    {
        var disease = GuideCatalog.Default.Find(guide);
        var rows = GeneratedRows.Of(disease.Dictionary, new Random(seed + 10), 15);
        var server = new MemoryServer();

        await new EtlLoader(disease.Dictionary, new EtlOptions(), server.Send)
            .LoadAsync(EtlSource.Text("c.csv", GeneratedRows.Csv(disease.Dictionary, rows)), null, TestContext.Current.CancellationToken);

        RequireEqual(disease, rows, await FeatureExtractor.ExtractAsync(disease, server.Scan, null, TestContext.Current.CancellationToken));
        Assert.Empty(server.All.SelectMany(resource => ResourceValidator.Validate(resource).Select(issue => $"{resource.Id}: {issue.Diagnostics}")));
    }

    [Fact]
    public async Task GivenTheRealCohort_WhenItGoesThroughFhir_ThenEveryCellComesBack()
    {
        var source = EtlSource.File(Repository.Shared("data/mds_ipssm.csv"));
        var rows = await Read(source);
        var server = new MemoryServer();

        var load = await new EtlLoader(Mds.Dictionary, new EtlOptions(), server.Send).LoadAsync(source, null, TestContext.Current.CancellationToken);
        var dataset = await FeatureExtractor.ExtractAsync(Mds, server.Scan, null, TestContext.Current.CancellationToken);

        Assert.Equal(2957, load.Patients);
        RequireEqual(Mds, rows, dataset);
        Assert.Equal(2811, dataset.Quality.Features.Single(feature => feature.Name == "OS").Present);
        Assert.All(dataset.Quality.Features, feature => Assert.Equal(0, feature.UnexpectedUnit + feature.UnknownCode + feature.Conflicts));
    }

    [Fact]
    public async Task GivenAFileLoadedTwice_WhenCounted_ThenTheSecondLoadChangesNothing()
    {
        var text = GeneratedRows.Csv(Mds.Dictionary, GeneratedRows.Of(Mds.Dictionary, new Random(9), 20));
        var server = new MemoryServer();
        var loader = new EtlLoader(Mds.Dictionary, new EtlOptions(), server.Send);

        var first = await loader.LoadAsync(EtlSource.Text("c.csv", text), null, TestContext.Current.CancellationToken);
        var second = await loader.LoadAsync(EtlSource.Text("c.csv", text), null, TestContext.Current.CancellationToken);

        Assert.Equal(server.Count, first.Created);
        Assert.Equal((0L, 0L), (second.Created, second.Updated));
        Assert.True(second.Unchanged >= first.Created);
    }

    [Fact]
    public async Task GivenOneChangedCell_WhenTheFileIsLoadedAgain_ThenOnlyWhatHoldsTheCellGetsANewVersion()
    {
        var rows = GeneratedRows.Of(Mds.Dictionary, new Random(12), 20);
        var slot = Mds.Dictionary.Offset(Mds.Dictionary.Position("HB"));
        rows[7].Values[slot] = 9.5;
        var server = new MemoryServer();
        var loader = new EtlLoader(Mds.Dictionary, new EtlOptions(), server.Send);
        await loader.LoadAsync(EtlSource.Text("c.csv", GeneratedRows.Csv(Mds.Dictionary, rows)), null, TestContext.Current.CancellationToken);

        rows[7].Values[slot] = 9.6;
        var second = await loader.LoadAsync(EtlSource.Text("c.csv", GeneratedRows.Csv(Mds.Dictionary, rows)), null, TestContext.Current.CancellationToken);

        Assert.Equal((0L, 1L), (second.Created, second.Updated));
    }

    [Fact]
    public async Task GivenAnInterruptedLoad_WhenRunAgain_ThenItIsFinished()
    {
        var rows = GeneratedRows.Of(Mds.Dictionary, new Random(4), 30);
        var server = new MemoryServer();
        var sent = 0;
        var failing = new EtlLoader(Mds.Dictionary, new EtlOptions(), (bundle, token) => ++sent > 2 ? throw new IOException("gone") : server.Send(bundle, token), concurrency: 1);

        await Assert.ThrowsAsync<IOException>(() => failing.LoadAsync(EtlSource.Text("c.csv", GeneratedRows.Csv(Mds.Dictionary, rows)), null, TestContext.Current.CancellationToken));
        await new EtlLoader(Mds.Dictionary, new EtlOptions(), server.Send).LoadAsync(EtlSource.Text("c.csv", GeneratedRows.Csv(Mds.Dictionary, rows)), null, TestContext.Current.CancellationToken);

        RequireEqual(Mds, rows, await FeatureExtractor.ExtractAsync(Mds, server.Scan, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task GivenARetractedMutation_WhenLoadedWithRemoveAbsent_ThenItIsGone()
    {
        var before = GeneratedRows.Of(Mds.Dictionary, new Random(5), 1)[0];
        foreach (var vaf in Mds.Dictionary.Features.Where(feature => feature.Carrier.Of == "mut_TP53"))
        {
            before.Values[Mds.Dictionary.Offset(Mds.Dictionary.Position(vaf.Name))] = double.NaN;
        }

        var slot = Mds.Dictionary.Offset(Mds.Dictionary.Position("mut_TP53"));
        before.Values[slot] = 1;
        var after = before with { Values = [.. before.Values] };
        after.Values[slot] = 0;
        var server = new MemoryServer();
        var options = new EtlOptions { RemoveAbsent = true };

        await server.Send(new RowToFhir(Mds.Dictionary, options).ToBundle(before), TestContext.Current.CancellationToken);
        await server.Send(new RowToFhir(Mds.Dictionary, options).ToBundle(after), TestContext.Current.CancellationToken);

        RequireEqual(Mds, [after], await FeatureExtractor.ExtractAsync(Mds, server.Scan, null, TestContext.Current.CancellationToken));
    }

    private static async Task<ExtractedDataset> ThroughFhir(Guide guide, IReadOnlyList<PatientRow> rows)
    {
        var server = new MemoryServer();
        var toFhir = new RowToFhir(guide.Dictionary, new EtlOptions());
        foreach (var row in rows)
        {
            await server.Send(toFhir.ToBundle(row), TestContext.Current.CancellationToken);
        }

        return await FeatureExtractor.ExtractAsync(guide, server.Scan, null, TestContext.Current.CancellationToken);
    }

    private static async Task<List<PatientRow>> Read(EtlSource source)
    {
        var rows = new List<PatientRow>();
        await foreach (var row in new EtlRunner(Mds.Dictionary, new EtlOptions()).RowsAsync(source, TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static void RequireEqual(Guide guide, IReadOnlyList<PatientRow> expected, ExtractedDataset dataset)
    {
        var rows = expected.OrderBy(row => row.SourceId, StringComparer.Ordinal).ToArray();
        Assert.Equal(rows.Select(row => row.SourceId), dataset.Table.RowIds);
        Assert.Equal(Cells(rows.ToDictionary(row => row.SourceId, row => row.TextCells)), Cells(dataset.Texts.Rows.ToDictionary(row => row.Key, row => (IReadOnlyDictionary<string, string>)row.Value)));
        for (var position = 0; position < guide.Dictionary.Features.Count; position++)
        {
            var (feature, offset) = (guide.Dictionary.Features[position].Feature, guide.Dictionary.Offset(position));
            var known = rows.SelectMany(row => row.Values.Skip(offset).Take(feature.Width)).ToArray();
            if (dataset.Table.Schema.Features.Contains(feature))
            {
                Assert.True(known.AsSpan().SequenceEqual(dataset.Table.Column(feature.Name)), feature.Name);
            }
            else
            {
                Assert.All(known, value => Assert.True(double.IsNaN(value), feature.Name));
            }
        }
    }

    private static string[] Cells(Dictionary<string, IReadOnlyDictionary<string, string>> rows)
        => [.. rows.SelectMany(row => row.Value.Select(cell => $"{row.Key} {cell.Key} {cell.Value}")).Order(StringComparer.Ordinal)];
}
