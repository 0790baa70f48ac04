using System.Security.Cryptography;
using System.Text;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Operations.Datasets;

/// <summary>Names a dataset by what it is, so that the same data extracted again have the same id.</summary>
internal static class DatasetId
{
    public static string Of(string sha256, FeatureSchema schema, string? cohort)
        => $"ds-{Sha256(Encoding.UTF8.GetBytes($"{sha256}\n{schema.Guide}\n{schema.Version}\n{cohort}"))[..32]}";

    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
