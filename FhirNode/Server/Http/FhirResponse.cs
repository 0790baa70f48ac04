using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Resources;
using Microsoft.AspNetCore.Http;

namespace GenoMed.Fhir.Node.Http;

/// <summary>Writes a <see cref="FhirResult"/> to HTTP: headers, then JSON straight into the response's pipe.</summary>
internal static class FhirResponse
{
    public static async Task WriteAsync(HttpContext http, FhirResult result, NodeAddress address)
    {
        var response = http.Response;
        response.StatusCode = result.Status;
        WriteHeaders(response, result, address);
        if (result.File is { } file)
        {
            await WriteFileAsync(http, file);
            return;
        }

        if (result.Status is 204 or 304 || (result.Body is null && result.Bundle is null))
        {
            return;
        }

        response.ContentType = Negotiation.FhirJsonUtf8;
        if (http.Request.QueryString.HasValue && http.Request.Query["_pretty"] == "true")
        {
            await WritePrettyAsync(http, result);
        }
        else if (result.Body is { } body)
        {
            response.ContentLength = body.Json.Length;
            await WriteBytesAsync(http, body.Json);
        }
        else
        {
            await WriteBundleAsync(http, result.Bundle!);
        }
    }

    private static void WriteHeaders(HttpResponse response, FhirResult result, NodeAddress address)
    {
        var headers = response.Headers;
        if (result.VersionId is { } version)
        {
            headers.ETag = ETag.Of(version);
        }

        if (result.LastModified is { } instant)
        {
            headers.LastModified = instant.ToString("R", CultureInfo.InvariantCulture);
        }

        if (result.Location is { } location)
        {
            headers.Location = $"{address.BaseUrl}/{location}";
        }

        if (result.ContentLocation is { } content)
        {
            headers.ContentLocation = $"{address.BaseUrl}/{content}";
        }

        if (result.Expires is { } gone)
        {
            headers.Expires = gone.ToString("R", CultureInfo.InvariantCulture);
        }

        if (result.SecurityContext is { } context)
        {
            headers[BinaryBody.SecurityContext] = context;
        }

        if (result.Progress is { } progress)
        {
            headers["X-Progress"] = progress;
            headers.RetryAfter = "1";
        }
    }

    private static async Task WriteFileAsync(HttpContext http, OperationFile file)
    {
        var response = http.Response;
        response.ContentType = file.ContentType;
        response.Headers.Vary = "Accept, Accept-Encoding";
        response.Headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        if (!AcceptsGzip(http.Request))
        {
            await file.WriteAsync(response.Body, http.RequestAborted);
            return;
        }

        response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(response.Body, CompressionLevel.Fastest);
        await file.WriteAsync(packed, http.RequestAborted);
    }

    private static bool AcceptsGzip(HttpRequest request)
        => request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Quality != 0 && encoding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase));

    private static async Task WriteBytesAsync(HttpContext http, ReadOnlyMemory<byte> json)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted);
        }
    }

    private static async Task WriteBundleAsync(HttpContext http, Bundle bundle)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, JsonOutput.Options);
        WriteBundle(writer, bundle);
    }

    // Pretty output is for people: it may cost a copy.
    private static async Task WritePrettyAsync(HttpContext http, FhirResult result)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteBody(writer, result);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 256 });
        var pretty = new ArrayBufferWriter<byte>(buffer.WrittenCount * 2);
        await using (var writer = new Utf8JsonWriter(pretty, new JsonWriterOptions { Indented = true, MaxDepth = 256 }))
        {
            document.RootElement.WriteTo(writer);
        }

        await WriteBytesAsync(http, pretty.WrittenMemory);
    }

    private static void WriteBody(Utf8JsonWriter writer, FhirResult result)
    {
        if (result.Body is { } body)
        {
            writer.WriteRawValue(body.Json.Span, skipInputValidation: true);
        }
        else
        {
            WriteBundle(writer, result.Bundle!);
        }
    }

    private static void WriteBundle(Utf8JsonWriter writer, Bundle bundle)
    {
        var entries = new BundleWriter(writer);
        entries.Begin(bundle.Type, bundle.Total, bundle.Links);
        foreach (var entry in bundle.Entries)
        {
            entries.Write(entry);
        }

        entries.End(bundle.Issues);
    }
}
