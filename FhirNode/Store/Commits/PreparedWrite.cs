using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index;

namespace GenoMed.Fhir.Store.Commits;

/// <summary>A write with its index rows, found before it is queued, so that the writing thread has less to do.</summary>
internal record PreparedWrite
{
    private readonly IResourceIndexer _indexer;
    private readonly ResourceDraft? _first;
    private IReadOnlyList<IndexRow>? _rows;

    private PreparedWrite(StoreWrite write, IResourceIndexer indexer)
    {
        (Write, _indexer) = (write, indexer);
        _first = write.Method == StoreMethod.Delete ? null : ResourceDraft.Of(write.Resource!, write.Id, "1");
        _rows = Extract();
    }

    public StoreWrite Write { get; private init; }

    /// <summary>The rows; found again where <see cref="Lean"/> has let them go, which only an update of what is there needs.</summary>
    public IReadOnlyList<IndexRow> Rows => _rows ??= Extract();

    /// <exception cref="OperationProblem">Invalid: the id is none, or the resource is of another type.</exception>
    public static PreparedWrite Of(StoreWrite write, IResourceIndexer indexer)
    {
        if (write.Prepared is { } before && before.IsOf(write, indexer))
        {
            return before;
        }

        if (!FhirId.IsValid(write.Id))
        {
            throw OperationProblem.Invalid($"'{write.Id}' is not an id: 1 to 64 letters, digits, '-' and '.'.", $"{write.ResourceType}.id");
        }

        RequireType(write);
        return new PreparedWrite(write, indexer);
    }

    /// <summary>The write with this preparation, without the parsed content and the rows: thousands of them wait in a load.</summary>
    public StoreWrite Lean()
    {
        var write = Write with { Resource = Write.Resource is { } resource ? Resource.FromTrusted(resource.Json) : null };
        write.Prepared = this with { Write = write, _rows = null };
        return write;
    }

    /// <summary>The content as the version of this number. What an earlier call gave for a first version is no longer to be used.</summary>
    public Resource AsVersion(long version, DateTimeOffset lastUpdated) => version == 1
        ? _first!.At(lastUpdated)
        : ResourceEditor.WithIdAndMeta(Write.Resource!, Write.Id, version.ToString(System.Globalization.CultureInfo.InvariantCulture), lastUpdated);

    private static void RequireType(StoreWrite write)
    {
        if (write.Method == StoreMethod.Delete)
        {
            return;
        }

        var resource = write.Resource ?? throw new ArgumentException($"A {write.Method} needs a resource.", nameof(write));
        if (resource.ResourceType != write.ResourceType)
        {
            throw OperationProblem.Invalid($"The resource is a {resource.ResourceType}, the address says {write.ResourceType}.", "resourceType");
        }
    }

    // A changed copy of a prepared write, or another store's, is prepared anew.
    private bool IsOf(StoreWrite write, IResourceIndexer indexer) => ReferenceEquals(Write, write) && ReferenceEquals(_indexer, indexer);

    private IReadOnlyList<IndexRow> Extract() => Write.Method == StoreMethod.Delete ? [] : _indexer.Extract(Write.Resource!);
}
