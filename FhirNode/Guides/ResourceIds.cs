using System.Security.Cryptography;
using System.Text;

namespace GenoMed.Fhir.Guides;

/// <summary>
/// Logical ids that follow from the source alone, so that loading a file twice writes the same resources.
/// An id is at most 64 of letters, digits, '-' and '.'.
/// </summary>
internal static class ResourceIds
{
    /// <summary>96 bits: two of a billion patients collide with a chance below 1e-11.</summary>
    private const int HashBytes = 12;

    /// <summary>The Patient's id: the guide's name and a hash of the identifier, so that the id itself tells nothing.</summary>
    public static string Patient(string guide, string identifier) => $"{guide}-{Hash($"{guide}\n{identifier}")}";

    /// <summary>The id of a resource of that patient.</summary>
    public static string Of(string patientId, string feature) => $"{patientId}-{Suffix(feature)}";

    public static string Suffix(string feature) => feature.Replace('_', '-');

    public static string Hash(string text)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
}
