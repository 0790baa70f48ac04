using System.Buffers;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using Microsoft.AspNetCore.Http;

namespace GenoMed.Fhir.Node.Http;

/// <summary>Reads a request's body as a resource, and refuses what is not clean UTF-8 JSON.</summary>
internal static class BodyReader
{
    /// <summary>The bytes; Kestrel itself stops at the limit (413).</summary>
    public static async Task<byte[]> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static async ValueTask<Resource> ReadResourceAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Negotiation.CheckContentType(request);
        var isR4 = R4Body.Is(Negotiation.FhirVersion(request));
        var resource = Parse(await ReadBytesAsync(request, cancellationToken));
        return isR4 ? R4Body.Convert(request.HttpContext, resource) : resource;
    }

    /// <exception cref="OperationProblem">Structure: empty, not UTF-8, not JSON, nested too deeply, a lone surrogate, not a resource.</exception>
    public static Resource Parse(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            throw OperationProblem.Structure("The body is empty; a resource is expected.");
        }

        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        JsonText.Check(bytes.AsSpan(start));
        return Resource.Parse(bytes.AsMemory(start));
    }
}
