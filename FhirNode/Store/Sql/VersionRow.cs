using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>Rows of versions as <see cref="StoredResource"/>.</summary>
internal static class VersionRow
{
    /// <summary>The columns that <see cref="Take"/> reads, first in a SELECT of <c>resource r</c> and <c>version v</c>.</summary>
    public const string Columns = "v.type, r.id, v.version, v.updated, v.method, v.body, v.vid";

    public const int ColumnCount = 7;

    public static StoredResource Take(ISqlRow row, ISymbols symbols) => new(
        symbols.Text(row.Long(0)),
        row.Text(1),
        row.Long(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.Long(3)),
        (StoreMethod)row.Long(4),
        row.Blob(5) is { } body ? Resource.FromTrusted(body) : null);
}
