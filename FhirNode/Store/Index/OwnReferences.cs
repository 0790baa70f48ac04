using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index;

/// <summary>References by this server's own absolute URL: they mean what <c>Type/id</c> means.</summary>
internal static class OwnReferences
{
    /// <summary>Gives rows of such references the id as their target, as relative ones have it.</summary>
    /// <param name="rows">The rows of a resource.</param>
    /// <param name="baseUrl">The server's base without a slash at the end.</param>
    public static void Localize(List<IndexRow> rows, string baseUrl)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Kind is SearchKind.Reference or SearchKind.Composite)
            {
                rows[i] = row with { Text = Localize(row.Text, row.Symbol, baseUrl), Text2 = Localize(row.Text2, row.Symbol2, baseUrl) };
            }
        }
    }

    /// <summary>The id of a resource under the base; any other target as it is.</summary>
    public static string Localize(string target, string? type, string baseUrl)
        => type is not null && target.StartsWith(baseUrl, StringComparison.Ordinal) && FhirReference.TryParse(target) is { Id: { } id } reference && reference.BaseUrl == baseUrl && reference.Type == type
            ? id
            : target;
}
