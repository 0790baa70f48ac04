using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index;

namespace GenoMed.Fhir.Store.Commits;

/// <summary>A write with its index rows, found before it is queued, so that the writing thread has less to do.</summary>
internal record PreparedWrite(StoreWrite Write, IReadOnlyList<IndexRow> Rows)
{
    private readonly ResourceDraft? _first = Write.Method == StoreMethod.Delete ? null : ResourceDraft.Of(Write.Resource!, Write.Id, "1");

    public static PreparedWrite Of(StoreWrite write, IResourceIndexer indexer)
    {
        if (!FhirId.IsValid(write.Id))
        {
            throw OperationProblem.Invalid($"'{write.Id}' is not an id: 1 to 64 letters, digits, '-' and '.'.", $"{write.ResourceType}.id");
        }

        if (write.Method == StoreMethod.Delete)
        {
            return new PreparedWrite(write, []);
        }

        var resource = write.Resource ?? throw new ArgumentException($"A {write.Method} needs a resource.", nameof(write));
        return resource.ResourceType == write.ResourceType
            ? new PreparedWrite(write, indexer.Extract(resource))
            : throw OperationProblem.Invalid($"The resource is a {resource.ResourceType}, the address says {write.ResourceType}.", "resourceType");
    }

    /// <summary>The content as the version of this number. What an earlier call gave for a first version is no longer to be used.</summary>
    public Resource AsVersion(long version, DateTimeOffset lastUpdated) => version == 1
        ? _first!.At(lastUpdated)
        : ResourceEditor.WithIdAndMeta(Write.Resource!, Write.Id, version.ToString(System.Globalization.CultureInfo.InvariantCulture), lastUpdated);
}
