using System.IO.Compression;
using System.Text.Json;

namespace GenoMed.Fhir.R5.Definitions;

/// <summary>The embedded table as JSON (written by eng/definitions); read once, some tens of milliseconds.</summary>
internal sealed class DefinitionTable
{
    private const int Format = 1;
    private const string ResourceName = "r5.json.br";

    private DefinitionTable(JsonElement root)
    {
        FhirVersion = root.GetProperty("fhirVersion").GetString()!;
        Types = root.GetProperty("types").EnumerateArray().ToDictionary(type => type.GetProperty("n").GetString()!);
        Codes = root.GetProperty("codes").EnumerateObject().ToDictionary(set => set.Name, set => set.Value);
        Search = root.GetProperty("search").EnumerateObject().ToDictionary(list => list.Name, list => list.Value);
        Compartments = root.GetProperty("compartments");
    }

    public string FhirVersion { get; }

    public IReadOnlyDictionary<string, JsonElement> Types { get; }

    public IReadOnlyDictionary<string, JsonElement> Codes { get; }

    public IReadOnlyDictionary<string, JsonElement> Search { get; }

    public JsonElement Compartments { get; }

    public static DefinitionTable Load()
    {
        using var packed = typeof(DefinitionTable).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly has no resource {ResourceName}.");
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        using var buffer = new MemoryStream(capacity: 2 << 20);
        unpacked.CopyTo(buffer);
        var root = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length)).RootElement;
        return root.GetProperty("format").GetInt32() == Format
            ? new DefinitionTable(root)
            : throw new InvalidOperationException($"{ResourceName} is not of format {Format}; run eng/definitions again.");
    }
}
