using System.Security.Cryptography;
using System.Text;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Profiles;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Guides.Tests.Publishing;

/// <summary>A synthetic set as FHIR: valid, labelled, and the same rows when it is read back.</summary>
public sealed class SyntheticDataSetTests
{
    private static readonly CanonicalChain Known = new(GuideCatalog.Default.Canonicals, OfficialCanonicals.Instance);
    private static readonly ProfileValidator Validator = new(Known, new TerminologyService(Known));

    public static TheoryData<string> Guides => [.. GuideCatalog.Default.Names];

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task GivenASet_WhenItsResourcesAreExtracted_ThenTheRowsAreThoseGeneratedCellByCell(string name)
    {
        var set = SyntheticSets.Of(GuideCatalog.Default.Find(name), new SyntheticRequest(60, 3));
        var server = new MemoryServer();
        foreach (var resource in All(set))
        {
            server.Put(Encoding.UTF8.GetString(resource.Json.Span));
        }

        var extracted = (await FeatureExtractor.ExtractAsync(set.Guide, server.Scan, set.PatientIds.ToHashSet(), TestContext.Current.CancellationToken)).Table;

        Assert.Equal(set.Table.RowIds, extracted.RowIds);
        foreach (var feature in set.Table.Schema.Features)
        {
            Assert.True(set.Table.Column(feature.Name).SequenceEqual(extracted.Column(feature.Name)), feature.Name);
        }

        var whole = await FeatureExtractor.ExtractAsync(set.Guide, server.Scan, null, TestContext.Current.CancellationToken);
        Assert.Equal(0, whole.Table.Count);
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void GivenASet_WhenValidated_ThenEveryResourceConformsAndSaysThatItIsInvented(string name)
    {
        var set = SyntheticSets.Of(GuideCatalog.Default.Find(name), new SyntheticRequest(20, 3));

        foreach (var resource in All(set))
        {
            Assert.Empty(Validator.Validate(resource).Select(issue => $"{resource.ResourceType}/{resource.Id} {issue.Expression}: {issue.Diagnostics}"));
            var meta = resource.Element.GetProperty("meta");
            Assert.Contains(meta.GetProperty("security").EnumerateArray(), label => label.GetProperty("code").GetString() == "HTEST");
            Assert.Contains(meta.GetProperty("tag").EnumerateArray(), tag => tag.GetProperty("code").GetString() == Synthetic.TagCode && tag.GetProperty("system").GetString() == Synthetic.TagSystem);
        }
    }

    [Fact]
    public void GivenASet_WhenDescribed_ThenTheLibraryNamesItsPatientsGeneratorLicenceAndContent()
    {
        var set = SyntheticSets.Of(GuideCatalog.Default.Find("mds"), new SyntheticRequest(25, 3) { Where = ["AGE > 40"] });
        var described = new SyntheticDescription(set, "node n", DateTimeOffset.UnixEpoch).Resources().ToDictionary(resource => $"{resource.ResourceType}/{resource.Id}");
        var library = described[$"Library/{set.Id}"].Element;

        Assert.Equal("draft", library.GetProperty("status").GetString());
        Assert.Equal(set.Sha256, library.GetProperty("identifier")[0].GetProperty("value").GetString());
        Assert.Equal("CC-BY-4.0", library.GetProperty("copyrightLabel").GetString());
        foreach (var related in library.GetProperty("relatedArtifact").EnumerateArray().Take(2))
        {
            Assert.Contains(related.GetProperty("resourceReference").GetProperty("reference").GetString()!, described.Keys);
        }

        var csv = BinaryResource.Read(described[library.GetProperty("content")[0].GetProperty("url").GetString()!]);
        Assert.Equal(set.Sha256, Convert.ToHexStringLower(SHA256.HashData(csv.Data.Span)));
        Assert.Equal(25, described[$"Group/{set.Id}"].Element.GetProperty("member").GetArrayLength());
        var sources = described[$"Provenance/{set.Id}"].Element.GetProperty("entity");
        Assert.Contains(sources[0].GetProperty("what").GetProperty("reference").GetString()!, described.Keys);
        Assert.Equal("ds-1", sources[1].GetProperty("what").GetProperty("identifier").GetProperty("value").GetString());
        Assert.Equal(SyntheticDataSet.IdOf(set.Guide, set.Lineage, set.Request), set.Id);
    }

    [Fact]
    public void GivenTwoSets_WhenCompared_ThenNoPatientIsInBothAndTheSameRequestIsTheSameSet()
    {
        var mds = GuideCatalog.Default.Find("mds");
        var (first, again, other) = (SyntheticSets.Of(mds, new SyntheticRequest(10, 3)), SyntheticSets.Of(mds, new SyntheticRequest(10, 3)), SyntheticSets.Of(mds, new SyntheticRequest(10, 4)));

        Assert.Equal((first.Id, first.Sha256), (again.Id, again.Sha256));
        Assert.Empty(first.PatientIds.Intersect(other.PatientIds));
        Assert.NotEqual(Id("AGE > 60", "-10 and SEX == 'M'"), Id("AGE > 60\n-10 and SEX == 'M'"));

        string Id(params string[] where) => SyntheticDataSet.IdOf(mds, SyntheticSets.Lineage, new SyntheticRequest(10, 3) { Where = where });
    }

    [Fact]
    public async Task GivenTheCsvOfASet_WhenTheEtlReadsIt_ThenTheRowsAreThoseGenerated()
    {
        var set = SyntheticSets.Of(GuideCatalog.Default.Find("mds"), new SyntheticRequest(30, 3));
        var rows = new List<PatientRow>();
        await foreach (var row in new EtlRunner(set.Guide.Dictionary, new EtlOptions { RequireColumns = false }).RowsAsync(EtlSource.Text("data.csv", Encoding.UTF8.GetString(set.Csv.Span)), TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        Assert.Equal(TableRows.Of(set.Table, set.Guide.Dictionary).Select(row => row.SourceId), rows.Select(row => row.SourceId));
        Assert.All(TableRows.Of(set.Table, set.Guide.Dictionary).Zip(rows), pair => Assert.True(pair.First.Values.AsSpan().SequenceEqual(pair.Second.Values)));
    }

    [Theory]
    [InlineData("my own licence")]
    [InlineData("")]
    public void GivenALicenceThatSpdxHasNot_WhenChecked_ThenItIsRefused(string licence)
        => Assert.Contains("SPDX", Assert.Throws<R5.Outcomes.OperationProblem>(() => new PublicationTerms("t", licence, "p").Checked()).Message, StringComparison.Ordinal);

    private static IEnumerable<Resource> All(SyntheticDataSet set)
        => set.Patients(0, set.Table.Count).SelectMany(resources => resources).Concat(new SyntheticDescription(set, "node n", DateTimeOffset.UnixEpoch).Resources());
}
