using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Features;

namespace GenoMed.Fhir.Guides.Tests.Features;

/// <summary>Row to FHIR to row is the identity.</summary>
public sealed class RoundTripTests
{
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task GivenGeneratedRowsWithMissingValues_WhenTheyGoThroughFhir_ThenEveryCellComesBack(int seed)
    {
        var rows = Rows(Mds.Dictionary, new Random(seed), 60);

        var dataset = await ThroughFhir(rows);

        RequireEqual(rows, dataset);
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
        RequireEqual(rows, dataset);
        Assert.Equal(2811, dataset.Quality.Features.Single(feature => feature.Name == "OS").Present);
        Assert.All(dataset.Quality.Features, feature => Assert.Equal(0, feature.UnexpectedUnit + feature.UnknownCode + feature.Conflicts));
    }

    [Fact]
    public async Task GivenAFileLoadedTwice_WhenCounted_ThenTheSecondLoadChangesNothing()
    {
        var text = CsvOf(Rows(Mds.Dictionary, new Random(9), 20));
        var server = new MemoryServer();
        var loader = new EtlLoader(Mds.Dictionary, new EtlOptions(), server.Send);

        var first = await loader.LoadAsync(EtlSource.Text("c.csv", text), null, TestContext.Current.CancellationToken);
        var second = await loader.LoadAsync(EtlSource.Text("c.csv", text), null, TestContext.Current.CancellationToken);

        Assert.Equal(server.Count, first.Created);
        Assert.Equal((0L, 0L), (second.Created, second.Updated));
        Assert.True(second.Unchanged >= first.Created);
    }

    [Fact]
    public async Task GivenAnInterruptedLoad_WhenRunAgain_ThenItIsFinished()
    {
        var rows = Rows(Mds.Dictionary, new Random(4), 30);
        var server = new MemoryServer();
        var sent = 0;
        var failing = new EtlLoader(Mds.Dictionary, new EtlOptions(), (bundle, token) => ++sent > 2 ? throw new IOException("gone") : server.Send(bundle, token), concurrency: 1);

        await Assert.ThrowsAsync<IOException>(() => failing.LoadAsync(EtlSource.Text("c.csv", CsvOf(rows)), null, TestContext.Current.CancellationToken));
        await new EtlLoader(Mds.Dictionary, new EtlOptions(), server.Send).LoadAsync(EtlSource.Text("c.csv", CsvOf(rows)), null, TestContext.Current.CancellationToken);

        RequireEqual(rows, await FeatureExtractor.ExtractAsync(Mds, server.Scan, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task GivenARetractedMutation_WhenLoadedWithRemoveAbsent_ThenItIsGone()
    {
        var before = Rows(Mds.Dictionary, new Random(5), 1)[0];
        var slot = Mds.Dictionary.Offset(Mds.Dictionary.Position("mut_TP53"));
        before.Values[slot] = 1;
        var after = before with { Values = [.. before.Values] };
        after.Values[slot] = 0;
        var server = new MemoryServer();
        var options = new EtlOptions { RemoveAbsent = true };

        await server.Send(new RowToFhir(Mds.Dictionary, options).ToBundle(before), TestContext.Current.CancellationToken);
        await server.Send(new RowToFhir(Mds.Dictionary, options).ToBundle(after), TestContext.Current.CancellationToken);

        RequireEqual([after], await FeatureExtractor.ExtractAsync(Mds, server.Scan, null, TestContext.Current.CancellationToken));
    }

    private static async Task<ExtractedDataset> ThroughFhir(IReadOnlyList<PatientRow> rows)
    {
        var server = new MemoryServer();
        var toFhir = new RowToFhir(Mds.Dictionary, new EtlOptions());
        foreach (var row in rows)
        {
            await server.Send(toFhir.ToBundle(row), TestContext.Current.CancellationToken);
        }

        return await FeatureExtractor.ExtractAsync(Mds, server.Scan, null, TestContext.Current.CancellationToken);
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

    private static void RequireEqual(IReadOnlyList<PatientRow> expected, ExtractedDataset dataset)
    {
        var rows = expected.OrderBy(row => row.SourceId, StringComparer.Ordinal).ToArray();
        Assert.Equal(rows.Select(row => row.SourceId), dataset.Table.RowIds);
        for (var position = 0; position < Mds.Dictionary.Features.Count; position++)
        {
            var (feature, offset) = (Mds.Dictionary.Features[position].Feature, Mds.Dictionary.Offset(position));
            var known = rows.SelectMany(row => row.Values.Skip(offset).Take(feature.Width)).ToArray();
            Assert.True(known.AsSpan().SequenceEqual(dataset.Table.Column(feature.Name)), feature.Name);
        }
    }

    /// <summary>Rows over the whole of what the dictionary allows, a fifth of the cells missing.</summary>
    private static PatientRow[] Rows(DataDictionary dictionary, Random random, int count) => Enumerable.Range(0, count).Select(i =>
    {
        var values = dictionary.Features.SelectMany(feature => Cells(feature, random)).ToArray();
        return new PatientRow($"P{random.Next(1000)}-{i}", values, new string?[values.Length]);
    }).ToArray();

    private static double[] Cells(FeatureDefinition feature, Random random)
    {
        var missing = random.NextDouble() < 0.2;
        var number = (feature.LowerLimit ?? -5) + (random.NextDouble() * ((feature.UpperLimit ?? 12) - (feature.LowerLimit ?? -5)));
        return feature.Feature.Type switch
        {
            FeatureType.TimeToEvent => missing ? [double.NaN, double.NaN] : [number, random.NextDouble() < 0.1 ? double.NaN : random.Next(2)],
            FeatureType.Category or FeatureType.Binary => [missing ? double.NaN : random.Next(feature.Categories.Count)],
            _ => [missing ? double.NaN : number],
        };
    }

    private static string CsvOf(IEnumerable<PatientRow> rows)
    {
        var dictionary = Mds.Dictionary;
        var header = string.Join(',', dictionary.Features.SelectMany(feature => feature.Columns).Prepend(dictionary.Head.Identifier.Column));
        return string.Join('\n', rows.Select(row => string.Join(',', dictionary.Features.SelectMany((feature, i) => Texts(feature, row.Values, dictionary.Offset(i))).Prepend(row.SourceId))).Prepend(header)) + "\n";
    }

    private static IEnumerable<string> Texts(FeatureDefinition feature, double[] values, int offset)
    {
        for (var part = 0; part < feature.Feature.Width; part++)
        {
            var value = values[offset + part];
            yield return double.IsNaN(value) ? "" : feature.Categories.Count > 0 && (feature.Feature.Width == 1 || part == 1)
                ? feature.Categories[(int)value].Code
                : value.ToString("R", CultureInfo.InvariantCulture);
        }
    }
}
