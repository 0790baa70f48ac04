using System.Security.Cryptography;
using System.Text.Unicode;
using GenoMed.Fhir.R5.Conversion;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>A line becomes a write that is ready for its commit, or the issues for which it is refused. Several threads may use one.</summary>
internal sealed class LineParser(IResourceStore store, IWriteCheck check, bool isR4)
{
    public async ValueTask<ImportLine> ParseAsync(NdjsonLine line, string? type, CancellationToken cancellationToken)
    {
        try
        {
            var (resource, remarks) = Read(line.Bytes);
            CheckType(resource, type);
            var id = resource.Id is { } own ? CheckId(own, resource.ResourceType) : IdOf(line.Bytes.Span);
            IReadOnlyList<OutcomeIssue> issues = [.. remarks, .. await check.CheckAsync(resource, cancellationToken)];
            return new ImportLine(line.Number, store.Prepare(new StoreWrite(StoreMethod.Update, resource.ResourceType, id, resource)), issues);
        }
        catch (OperationProblem problem)
        {
            return new ImportLine(line.Number, null, problem.Issues);
        }
    }

    private (Resource Resource, IReadOnlyList<OutcomeIssue> Remarks) Read(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
        {
            throw OperationProblem.Structure("The line is not valid UTF-8.");
        }

        var resource = Resource.Parse(line);
        if (!isR4)
        {
            return (resource, []);
        }

        var converted = R4Converter.Convert(resource);
        return (converted.Resource, converted.Issues);
    }

    private static void CheckType(Resource resource, string? type)
    {
        if (!R5Definitions.Instance.IsResourceType(resource.ResourceType))
        {
            throw OperationProblem.Structure($"R5 has no resource type '{resource.ResourceType}'.", "resourceType");
        }

        if (type is not null && resource.ResourceType != type)
        {
            throw OperationProblem.Invalid($"The file is said to hold {type}; this is {resource.ResourceType}.", "resourceType");
        }
    }

    private static string CheckId(string id, string type) => FhirId.IsValid(id)
        ? id
        : throw OperationProblem.Invalid($"An id has 1 to 64 letters, digits, '-' and '.'; this is '{id}'.", type + ".id");

    // The same content gets the same id, so that it is not there twice when it is sent twice.
    private static string IdOf(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line).AsSpan(0, 16));
}
