using System.Text.Json;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.R5.Tests.Views;

/// <summary>Compares rows with what a case of the suite expects: the order of rows is free, that of columns where it is given.</summary>
internal static class ViewComparison
{
    public static string? Difference(JsonElement test, ViewDefinition view, IReadOnlyList<ViewRow> rows)
    {
        if (test.TryGetProperty("expectColumns", out var columns) && !columns.EnumerateArray().Select(name => name.GetString()).SequenceEqual(view.Columns.Select(column => column.Name)))
        {
            return "columns: " + string.Join(", ", view.Columns.Select(column => column.Name));
        }

        var expected = test.GetProperty("expect").EnumerateArray().ToList();
        foreach (var row in rows)
        {
            var match = expected.FindIndex(candidate => IsSame(candidate, view, row));
            if (match < 0)
            {
                return "unexpected row " + string.Join(" | ", row.Values.ToArray().Select(value => value ?? "null"));
            }

            expected.RemoveAt(match);
        }

        return expected.Count == 0 ? null : "missing row " + expected[0].GetRawText();
    }

    private static bool IsSame(JsonElement expected, ViewDefinition view, ViewRow row)
        => expected.GetPropertyCount() == view.Columns.Count
            && Enumerable.Range(0, row.Count).All(i => expected.TryGetProperty(view.Columns[i].Name, out var value) && IsSame(value, row[i]));

    private static bool IsSame(JsonElement expected, object? actual) => (expected.ValueKind, actual) switch
    {
        (JsonValueKind.Null, null) => true,
        (JsonValueKind.String, string text) => expected.GetString() == text,
        (JsonValueKind.True, true) or (JsonValueKind.False, false) => true,
        (JsonValueKind.Number, long number) => expected.GetDecimal() == number,
        (JsonValueKind.Number, decimal number) => expected.GetDecimal() == number,
        (JsonValueKind.Array, object?[] list) => expected.GetArrayLength() == list.Length && expected.EnumerateArray().Zip(list).All(pair => IsSame(pair.First, pair.Second)),
        _ => false,
    };
}
