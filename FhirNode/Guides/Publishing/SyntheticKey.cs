using System.Security.Cryptography;
using System.Text;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>Names a synthetic data set by what it is drawn from, so that the same request makes the same set again and no two sets share a patient.</summary>
internal static class SyntheticKey
{
    private const int Characters = 12;

    public static string Of(ModelLineage lineage, string guide, string version, SyntheticRequest request)
    {
        string[] parts = [lineage.WeightsSha256, lineage.PlanHash, guide, version, FormattableString.Invariant($"{request.Count}"), FormattableString.Invariant($"{request.Seed}"), "where", .. request.Where.Select(OneLine), "shares", .. request.Shares.Select(OneLine)];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..Characters];
    }

    /// <summary>Two conditions are not one that has a line break between them.</summary>
    private static string OneLine(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
