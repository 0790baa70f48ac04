using System.IO.Compression;
using System.Text.Json;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Canonicals;

/// <summary>
/// The CodeSystems and ValueSets of FHIR R5, with those of HL7 Terminology that they refer to (embedded, written by
/// eng/definitions). Unpacked on first use: three megabytes, some tens of milliseconds.
/// </summary>
public static class OfficialCanonicals
{
    private const string ResourceName = "r5-terminology.json.br";

    private static readonly Lazy<CanonicalSet> Loaded = new(Load);

    public static ICanonicalSource Instance => Loaded.Value;

    private static CanonicalSet Load()
    {
        using var packed = typeof(OfficialCanonicals).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly has no resource {ResourceName}.");
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        return new CanonicalSet(JsonDocument.Parse(unpacked).RootElement.Items("resources"));
    }
}
