using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GuideQuality = GenoMed.Fhir.Guides.Features.QualityReport;

namespace GenoMed.Fhir.Operations.Datasets;

/// <summary>A dataset as FHIR: a Library of type asset-collection that describes it, and a Binary with its table.</summary>
internal static class DatasetResources
{
    public const string ContentType = "application/vnd.genomed.feature-table";

    private const string Canonical = "https://genomed-fhir.org";

    /// <summary>No date: the same data make the same resource; <c>meta.lastUpdated</c> says when it came.</summary>
    public static Resource Library(Dataset dataset, string? title, int bytes, string snapshot) => ToResource(new JsonObject
    {
        ["resourceType"] = "Library",
        ["id"] = dataset.Id,
        ["meta"] = Meta(dataset),
        ["extension"] = new JsonArray(new JsonObject { ["url"] = $"{Canonical}/StructureDefinition/row-count", ["valueInteger"] = dataset.Table.Count }),
        ["identifier"] = new JsonArray(new JsonObject { ["system"] = $"{Canonical}/NamingSystem/table-sha256", ["value"] = dataset.Sha256 }),
        ["title"] = title ?? $"{dataset.Table.Schema.Guide} {dataset.Table.Schema.Version}",
        ["status"] = "active",
        ["type"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/library-type", ["code"] = "asset-collection" }) },
        ["subjectReference"] = dataset.Cohort is null ? null : new JsonObject { ["reference"] = dataset.Cohort },
        ["relatedArtifact"] = new JsonArray(
            new JsonObject { ["type"] = "composed-of", ["display"] = "the patients, as they were", ["resourceReference"] = new JsonObject { ["reference"] = snapshot } },
            new JsonObject { ["type"] = "derived-from", ["resource"] = $"{Canonical}/ImplementationGuide/{dataset.Table.Schema.Guide}|{dataset.Table.Schema.Version}" }),
        ["content"] = new JsonArray([
            new JsonObject { ["contentType"] = ContentType, ["url"] = $"Binary/{dataset.Id}", ["size"] = $"{bytes}" },
            new JsonObject { ["contentType"] = "application/json", ["data"] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(dataset.Quality)), ["title"] = "quality" },
            .. DatasetTexts.Contents(dataset)]),
    });

    public static Resource Binary(Dataset dataset, byte[] table) => ToResource(new JsonObject
    {
        ["resourceType"] = "Binary",
        ["id"] = dataset.Id,
        ["meta"] = Meta(dataset),
        ["contentType"] = $"{ContentType}+br",
        ["data"] = Convert.ToBase64String(Compress(table)),
    });

    /// <summary>The dataset that the two resources describe.</summary>
    public static Dataset Read(Resource library, Resource binary)
    {
        if (!binary.Element.GetProperty("data").TryGetBytesFromBase64(out var data))
        {
            throw OperationProblem.Unprocessable("The stored dataset's content is not base64.");
        }

        var root = library.Element;
        var sha256 = root.GetProperty("identifier")[0].GetProperty("value").GetString()!;
        var cohort = root.TryGetProperty("subjectReference", out var subject) ? subject.GetProperty("reference").GetString() : null;
        var quality = JsonSerializer.Deserialize<GuideQuality>(root.GetProperty("content")[1].GetProperty("data").GetBytesFromBase64())!;
        return new Dataset(library.Id!, sha256, cohort, FeatureTableCodec.Read(Decompress(data)), quality) { IsInvented = Invented.Is(library) };
    }

    /// <summary>The label of invented patients; null where they are not.</summary>
    internal static JsonObject? Meta(Dataset dataset) => !dataset.IsInvented ? null : new JsonObject
    {
        ["security"] = new JsonArray(new JsonObject { ["system"] = Invented.Label.System, ["code"] = Invented.Label.Code, ["display"] = Invented.Label.Display }),
    };

    internal static Resource ToResource(JsonObject json)
    {
        foreach (var empty in json.Where(property => property.Value is null).Select(property => property.Key).ToArray())
        {
            json.Remove(empty);
        }

        return Resource.FromTrusted(JsonSerializer.SerializeToUtf8Bytes(json));
    }

    internal static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(bytes);
        }

        return compressed.ToArray();
    }

    internal static byte[] Decompress(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        brotli.CopyTo(plain);
        return plain.ToArray();
    }
}
