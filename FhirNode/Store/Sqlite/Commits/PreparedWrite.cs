using System.Text.RegularExpressions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Content;
using GenoMed.Fhir.Store.Index;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>A write with all the work done that does not need the database, so that the writing thread has less to do.</summary>
internal sealed partial record PreparedWrite(StoreWrite Write, ResourceContent? Content, IReadOnlyList<IndexRow> Rows)
{
    public static PreparedWrite Of(StoreWrite write, IResourceIndexer indexer)
    {
        if (!IdPattern().IsMatch(write.Id))
        {
            throw OperationProblem.Invalid($"'{write.Id}' is not an id: 1 to 64 letters, digits, '-' and '.'.", $"{write.ResourceType}.id");
        }

        if (write.Method == StoreMethod.Delete)
        {
            return new PreparedWrite(write, null, []);
        }

        var resource = write.Resource ?? throw new ArgumentException($"A {write.Method} needs a resource.", nameof(write));
        return resource.ResourceType == write.ResourceType
            ? new PreparedWrite(write, ResourceContent.Cut(resource.Json), indexer.Extract(resource))
            : throw OperationProblem.Invalid($"The resource is a {resource.ResourceType}, the address says {write.ResourceType}.", "resourceType");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9\-.]{1,64}\z")]
    private static partial Regex IdPattern();
}
