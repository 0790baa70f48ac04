using System.Buffers;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>A version's content, made before the time of its commit is known: who commits then writes no JSON, only the time.</summary>
public sealed class ResourceDraft
{
    private readonly Memory<byte> _json;
    private readonly int _time;

    private ResourceDraft(Memory<byte> json, int time) => (_json, _time) = (json, time);

    /// <summary>The content as <see cref="ResourceEditor.WithIdAndMeta"/> makes it.</summary>
    /// <exception cref="OperationProblem"><c>meta</c> is not an object.</exception>
    public static ResourceDraft Of(Resource resource, string id, string versionId)
    {
        var buffer = new ArrayBufferWriter<byte>(resource.Json.Length + 160);
        var time = ResourceEditor.WriteWithoutTime(buffer, resource, id, versionId);
        return new ResourceDraft(System.Runtime.InteropServices.MemoryMarshal.AsMemory(buffer.WrittenMemory), time);
    }

    /// <summary>The version of this time. It is written into the draft: what an earlier call gave is no longer to be used.</summary>
    public Resource At(DateTimeOffset lastUpdated)
    {
        FhirInstant.Write(lastUpdated, _json.Span.Slice(_time, FhirInstant.Length));
        return Resource.FromTrusted(_json);
    }
}
