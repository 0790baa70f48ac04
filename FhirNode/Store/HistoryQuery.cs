using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.Store;

/// <summary>Which versions to list, newest first unless told otherwise.</summary>
/// <param name="ResourceType">Null for all types.</param>
/// <param name="Id">Null for all ids of the type.</param>
/// <param name="Since">Only versions committed at or after this instant.</param>
/// <param name="Count">Page size, 1 or more; 0 asks for the total only.</param>
/// <param name="Cursor">Opaque, from <see cref="HistoryPage.Next"/>.</param>
public sealed record HistoryQuery(string? ResourceType, string? Id, DateTimeOffset? Since, int Count, string? Cursor)
{
    /// <summary>Only versions that were current at some time within this range; null for all.</summary>
    public FhirDateRange? At { get; init; }

    /// <summary>In the order of commits rather than newest first.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>Whether to count all that match. Who reads every page need not have them counted for each.</summary>
    public bool WithTotal { get; init; } = true;
}
