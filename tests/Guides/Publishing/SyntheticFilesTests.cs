using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Tests.Publishing;

public sealed class SyntheticFilesTests
{
    [Fact]
    public async Task GivenASet_WhenWrittenInAllFormats_ThenTheFilesHoldTheSameResourcesOnceEach()
    {
        var folder = Directory.CreateTempSubdirectory("genomed-synthetic-").FullName;
        try
        {
            var set = SyntheticSets.Of(GuideCatalog.Default.Find("mds"), new SyntheticRequest(300, 3));
            var counts = await SyntheticFiles.WriteAsync(folder, set, new SyntheticDescription(set, "test", DateTimeOffset.UnixEpoch), SyntheticFormats.All, null, TestContext.Current.CancellationToken);

            string[] lines = [.. Directory.GetFiles(Path.Combine(folder, "fhir")).Select(ReadNames).SelectMany(names => names).Order(StringComparer.Ordinal)];
            var bundled = File.ReadLines(Path.Combine(folder, "bundles.ndjson"))
                .SelectMany(line => Bundle.Read(Resource.Parse(System.Text.Encoding.UTF8.GetBytes(line))).Entries)
                .Select(entry => entry.Request!.Url).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(lines.Distinct(), lines);
            Assert.Equal(lines, bundled);
            Assert.Equal(counts.Values.Sum(), lines.Length);
            Assert.Equal(300, counts["Patient"]);
            Assert.Equal(set.Csv.ToArray(), await File.ReadAllBytesAsync(Path.Combine(folder, "data.csv"), TestContext.Current.CancellationToken));
            Assert.Contains("none of them exists", await File.ReadAllTextAsync(Path.Combine(folder, "README.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> ReadNames(string file) => File.ReadLines(file)
        .Select(line => Resource.Parse(System.Text.Encoding.UTF8.GetBytes(line)))
        .Select(resource => $"{resource.ResourceType}/{resource.Id}");
}
