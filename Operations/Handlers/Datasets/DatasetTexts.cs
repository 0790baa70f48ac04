using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Datasets;

/// <summary>The texts of a dataset as a Binary of their own: the table's bytes stay numbers alone.</summary>
internal static class DatasetTexts
{
    private const string ContentType = "application/vnd.genomed.texts+json";

    public static string Id(string datasetId) => $"{datasetId}-texts";

    /// <summary>SHA-256 of the texts, or null where there are none.</summary>
    public static string? Sha256(TextTable texts) => texts.IsEmpty ? null : DatasetId.Sha256(Write(texts));

    public static IEnumerable<Resource> Binaries(Dataset dataset) => dataset.Texts.IsEmpty ? [] :
    [
        DatasetResources.ToResource(new JsonObject
        {
            ["resourceType"] = "Binary",
            ["id"] = Id(dataset.Id),
            ["meta"] = DatasetResources.Meta(dataset),
            ["contentType"] = $"{ContentType}+br",
            ["data"] = Convert.ToBase64String(DatasetResources.Compress(Write(dataset.Texts))),
        }),
    ];

    /// <summary>The Library's content that points there.</summary>
    public static IEnumerable<JsonNode> Contents(Dataset dataset)
        => dataset.Texts.IsEmpty ? [] : [new JsonObject { ["contentType"] = ContentType, ["url"] = $"Binary/{Id(dataset.Id)}" }];

    public static bool Has(Resource library)
        => library.Element.GetProperty("content").EnumerateArray().Any(content => content.GetProperty("contentType").ValueEquals(ContentType));

    /// <exception cref="OperationProblem">Unprocessable: the stored content is damaged.</exception>
    public static TextTable Read(Resource binary) => binary.Element.GetProperty("data").TryGetBytesFromBase64(out var data)
        ? JsonSerializer.Deserialize<TextTable>(DatasetResources.Decompress(data))!
        : throw OperationProblem.Unprocessable("The stored texts' content is not base64.");

    private static byte[] Write(TextTable texts) => JsonSerializer.SerializeToUtf8Bytes(texts);
}
