using GenoMed.Fhir.Operations.Contracts.Import;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>Understands an import, and refuses every URL that the node does not allow by name.</summary>
internal sealed class ImportValidator(BulkOptions options)
{
    private static readonly string[] Formats = ["application/fhir+ndjson", "application/ndjson", "application/x-ndjson", "ndjson"];

    /// <exception cref="OperationProblem">Nothing to read, a format or version that is not known, a URL that is not allowed.</exception>
    public ImportRequest Read(ImportInput input, OperationContext context)
    {
        var format = (input.InputFormat ?? Formats[0]).Split(';', StringSplitOptions.TrimEntries);
        if (!Formats.Contains(format[0]))
        {
            throw ParameterProblem.Invalid("inputFormat", $"'{input.InputFormat}' is none of {string.Join(", ", Formats)}.");
        }

        var version = input.FhirVersion ?? context.Body?.FhirVersion
            ?? format.Skip(1).Where(part => part.StartsWith("fhirVersion=", StringComparison.Ordinal)).Select(part => part["fhirVersion=".Length..]).FirstOrDefault();
        return new ImportRequest(Sources(input, context), IsR4(version), input.InputSource);
    }

    private static bool IsR4(string? version) => version switch
    {
        null or "5.0" or "5.0.0" => false,
        "4.0" or "4.0.1" => true,
        _ => throw ParameterProblem.Invalid("fhirVersion", $"FHIR {version} is not read; send 5.0, or 4.0 to be converted."),
    };

    private List<ImportSource> Sources(ImportInput input, OperationContext context)
    {
        if (context.Body is { } body)
        {
            return [new ImportSource("body", null, (offset, cancellationToken) => StreamSkip.ToAsync(body.Open(), offset, cancellationToken))];
        }

        return input.Inputs.Count > 0
            ? [.. input.Inputs.Select(file => Source(file, IsPacked(input.StorageDetail)))]
            : throw ParameterProblem.Required("input", "Send NDJSON as the body (Content-Type: application/fhir+ndjson), or name files by the parameter input.");
    }

    private static bool IsPacked(StorageDetail? detail) => (detail?.ContentEncodings ?? []) switch
    {
        [] => false,
        ["gzip"] => true,
        _ => throw ParameterProblem.Invalid("storageDetail", "The only contentEncoding that is read is gzip."),
    };

    private ImportSource Source(ImportFile file, bool isPacked)
    {
        if (file.Type is { } type && !R5Definitions.Instance.IsResourceType(type))
        {
            throw ParameterProblem.Invalid("input", $"'{type}' is no resource type of R5.");
        }

        return !Uri.TryCreate(file.Url, UriKind.Absolute, out var url)
            ? throw ParameterProblem.Invalid("input", $"'{file.Url}' is no absolute URL.")
            : url.Scheme switch
            {
                "file" => FileSource.Of(url, file, isPacked, options.ImportDirectory),
                "http" or "https" => HttpSource.Of(url, file, isPacked, options.ImportHosts),
                _ => throw ParameterProblem.Invalid("input", $"'{file.Url}': only file:, http: and https: URLs are read."),
            };
    }
}
