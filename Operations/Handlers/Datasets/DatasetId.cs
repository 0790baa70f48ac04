using System.Security.Cryptography;
using System.Text;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Operations.Datasets;

/// <summary>Names a dataset by what it is, so that the same data extracted again have the same id.</summary>
internal static class DatasetId
{
    /// <param name="sha256">The table's.</param>
    /// <param name="schema">Names guide and version.</param>
    /// <param name="cohort">The Group, or null.</param>
    /// <param name="texts">SHA-256 of the patients' texts; null where they have none.</param>
    public static string Of(string sha256, FeatureSchema schema, string? cohort, string? texts)
        => $"ds-{Sha256(Encoding.UTF8.GetBytes($"{sha256}\n{schema.Guide}\n{schema.Version}\n{cohort}{(texts is null ? "" : "\n" + texts)}"))[..32]}";

    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
