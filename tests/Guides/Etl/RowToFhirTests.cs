using System.Text.Json;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Tests.Etl;

public sealed class RowToFhirTests
{
    private const string Header = "ID,SEX,AGE,BM_BLAST,ANC,HB,PLT,CYTO_IPSSR,OS_YEARS,OS_STATUS,hma,mut_TP53,mut_TET2,mut_CBL";
    private const string Row = "p1,F,64.0,14,0.2,7.60,,Good,1.11506849315068,1.0,0,1,0,";

    private static readonly DataDictionary Mds = GuideCatalog.Default.Find("mds").Dictionary;

    [Fact]
    public async Task GivenARow_WhenTurnedIntoFhir_ThenEachFactHasItsShape()
    {
        var resources = (await Entries(new EtlOptions())).Select(entry => entry.Resource!.Element).ToArray();

        var patient = Of(resources, "Patient").Single();
        Assert.Equal("female", patient.GetProperty("gender").GetString());
        Assert.False(patient.TryGetProperty("birthDate", out _));
        Assert.Equal("64.0", Of(resources, "Condition").Single().GetProperty("onsetAge").GetProperty("value").GetRawText());
        Assert.Equal("7.60", Coded(resources, "718-7").GetProperty("valueQuantity").GetProperty("value").GetRawText());
        Assert.Equal("not-done", Of(resources, "Procedure").Single().GetProperty("status").GetString());
        Assert.Equal("1.11506849315068", Coded(resources, "OS").GetProperty("valueQuantity").GetProperty("value").GetRawText());
        Assert.DoesNotContain(resources, resource => resource.GetRawText().Contains("777-3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenMutatedWildTypeAndUntestedGenes_WhenTurnedIntoFhir_ThenOneVariantAndTwoStudied()
    {
        var resources = (await Entries(new EtlOptions())).Select(entry => entry.Resource!.Element).ToArray();

        var variant = Assert.Single(resources, resource => Code(resource) == "69548-6");
        Assert.Contains("HGNC:11998", variant.GetRawText(), StringComparison.Ordinal);
        var studied = Assert.Single(resources, resource => Code(resource) == "53041-0");
        Assert.Equal(2, studied.GetProperty("component").GetArrayLength());
        Assert.DoesNotContain("HGNC:1541", studied.GetRawText(), StringComparison.Ordinal);
        Assert.False(studied.TryGetProperty("subject", out _));
    }

    [Fact]
    public async Task GivenAKey_WhenTurnedIntoFhir_ThenTheSourceIdentifierIsNowhere()
    {
        var keyed = await Entries(new EtlOptions { PseudonymKey = new byte[] { 1, 2, 3 } });
        var other = await Entries(new EtlOptions { PseudonymKey = new byte[] { 1, 2, 4 } });

        Assert.DoesNotContain(keyed, entry => System.Text.Encoding.UTF8.GetString(entry.Resource!.Json.Span).Contains("\"p1\"", StringComparison.Ordinal));
        Assert.NotEqual(keyed[0].Request!.Url, other[0].Request!.Url);
    }

    [Fact]
    public async Task GivenTheSameRowTwice_WhenTurnedIntoFhir_ThenBytesAreEqual()
    {
        var (first, second) = (await Entries(new EtlOptions()), await Entries(new EtlOptions()));

        Assert.Equal(first.Select(entry => entry.Request!.Url), second.Select(entry => entry.Request!.Url));
        Assert.All(first.Zip(second), pair => Assert.True(pair.First.Resource!.Json.Span.SequenceEqual(pair.Second.Resource!.Json.Span)));
    }

    [Fact]
    public async Task GivenEveryEntry_WhenNamed_ThenUrlIsTypeAndIdAndIdIsValid()
    {
        foreach (var entry in await Entries(new EtlOptions()))
        {
            Assert.Equal(entry.Request!.Url, $"{entry.Resource!.ResourceType}/{entry.Resource.Id}");
            Assert.Matches(@"\A[A-Za-z0-9\-.]{1,64}\z", entry.Resource.Id!);
        }
    }

    [Fact]
    public async Task GivenRemoveAbsent_WhenTurnedIntoFhir_ThenWhatTheRowDoesNotHaveIsDeleted()
    {
        var entries = await Entries(new EtlOptions { RemoveAbsent = true });

        Assert.Contains(entries, entry => entry.Resource is null && entry.Request!.Url.EndsWith("-PLT", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, entry => entry.Resource is null && entry.Request!.Url.EndsWith("-HB", StringComparison.Ordinal));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Request!.Url).Distinct().Count());
    }

    [Fact]
    public async Task GivenTagsAndSecurity_WhenTurnedIntoFhir_ThenEveryResourceSaysSo()
    {
        var tag = new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST");

        var entries = await Entries(new EtlOptions { Security = [tag], Tags = [new Coding("urn:x", "invented")] });

        Assert.All(entries, entry => Assert.Equal("HTEST", entry.Resource!.Element.GetProperty("meta").GetProperty("security")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task GivenSeveralPatients_WhenBundled_ThenNoneIsSplitAndTheSharedListGoesInOnce()
    {
        var text = $"{Header}\n{string.Concat(Enumerable.Range(0, 30).Select(i => Row.Replace("p1", $"p{i}", StringComparison.Ordinal) + "\n"))}";
        var bundles = new List<JsonElement>();
        await foreach (var bundle in new EtlRunner(Mds, new EtlOptions { BundleEntries = 40 }).BundlesAsync(EtlSource.Text("c.csv", text), TestContext.Current.CancellationToken))
        {
            bundles.Add(bundle.Element);
        }

        var urls = bundles.Select(bundle => bundle.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("request").GetProperty("url").GetString()!).ToArray()).ToArray();
        Assert.True(bundles.Count > 5);
        Assert.All(urls, entries => Assert.Equal(entries.Length, entries.Distinct().Count()));
        Assert.Equal(30, urls.SelectMany(entries => entries).Count(url => url.StartsWith("Patient/", StringComparison.Ordinal)));
        Assert.Equal(30, urls.Sum(entries => entries.Count(url => url.StartsWith("Patient/", StringComparison.Ordinal) && entries.Contains($"Condition/{url[8..]}-condition"))));
    }

    [Fact]
    public async Task GivenAFaultyFile_WhenLoaded_ThenNothingIsSent()
    {
        var sent = 0;
        var loader = new EtlLoader(Mds, new EtlOptions(), (_, _) => Task.FromResult(new EtlAnswer(sent++, 0, 0, 0)));

        await Assert.ThrowsAsync<OperationProblem>(() => loader.LoadAsync(EtlSource.Text("c.csv", $"{Header}\n{Row}\nx,F,old,,,,,,,,,,,\n"), null, TestContext.Current.CancellationToken));

        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task GivenSkipInvalid_WhenLoaded_ThenGoodRowsAreSentAndCounted()
    {
        var loader = new EtlLoader(Mds, new EtlOptions { SkipInvalid = true }, (bundle, _) =>
            Task.FromResult(new EtlAnswer(bundle.Element.GetProperty("entry").GetArrayLength(), 0, 0, 0)));

        var result = await loader.LoadAsync(EtlSource.Text("c.csv", $"{Header}\n{Row}\nx,F,old,,,,,,,,,,,\n"), null, TestContext.Current.CancellationToken);

        Assert.Equal((1L, 1L, 1L), (result.Patients, result.Bundles, result.Report.RejectedCount));
        Assert.True(result.Created > 5);
    }

    private static async Task<IReadOnlyList<BundleEntry>> Entries(EtlOptions options)
    {
        await foreach (var row in new EtlRunner(Mds, options).RowsAsync(EtlSource.Text("c.csv", $"{Header}\n{Row}\n"), TestContext.Current.CancellationToken))
        {
            return new RowToFhir(Mds, options).Entries(row);
        }

        throw new InvalidOperationException("The row was rejected.");
    }

    private static IEnumerable<JsonElement> Of(IEnumerable<JsonElement> resources, string type)
        => resources.Where(resource => resource.GetProperty("resourceType").GetString() == type);

    private static JsonElement Coded(IEnumerable<JsonElement> resources, string code) => resources.Single(resource => Code(resource) == code);

    private static string? Code(JsonElement resource)
        => resource.TryGetProperty("code", out var code) ? code.GetProperty("coding")[0].GetProperty("code").GetString() : null;
}
