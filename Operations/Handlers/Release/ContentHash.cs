using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Release;

/// <summary>What a resource says, without the version and instant that a store gives it: 128 bits, since a set has millions of them.</summary>
internal static class ContentHash
{
    public static UInt128 Of(Resource resource)
    {
        var json = JsonNode.Parse(resource.Json.Span)!.AsObject();
        if (json["meta"] is JsonObject meta)
        {
            meta.Remove("versionId");
            meta.Remove("lastUpdated");
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToJsonString())));
    }
}
