using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Views;

/// <summary>From what a path yields to what a row holds.</summary>
internal static class ViewValue
{
    /// <exception cref="OperationProblem">There are several values for a single one, or a value is not primitive.</exception>
    public static object? Of(FhirPathCollection found, ViewColumnPath column)
    {
        if (column.Column.IsCollection)
        {
            return List(found, column);
        }

        return found.Count switch
        {
            0 => null,
            1 => Of(found[0], column),
            _ => throw OperationProblem.Unprocessable(
                $"The column '{column.Column.Name}' takes one value and there are {found.Count}; use first() or collection: true.", column.Path.Location),
        };
    }

    private static object?[] List(FhirPathCollection found, ViewColumnPath column)
    {
        var values = new object?[found.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Of(found[i], column);
        }

        return values;
    }

    private static object? Of(FhirPathValue value, ViewColumnPath column)
    {
        if (value.Element.ValueKind == System.Text.Json.JsonValueKind.String)
        {
            return Text(value, column);
        }

        return value.Value switch
        {
            int number => column.Column.Type == "decimal" ? (object)(decimal)number : (long)number,
            long number => column.Column.Type == "decimal" ? (object)(decimal)number : number,
            string or bool or decimal => value.Value,
            null when value.TypeInfo.IsPrimitive => null,
            null => throw NotPrimitive(value, column),
            var other => value.IsSystem ? other.ToString() : throw NotPrimitive(value, column),
        };
    }

    private static string? Text(FhirPathValue value, ViewColumnPath column)
    {
        try
        {
            return value.Element.GetString();
        }
        catch (InvalidOperationException)
        {
            throw OperationProblem.Unprocessable($"The value of '{column.Column.Name}' is not Unicode text.", column.Path.Location);
        }
    }

    private static OperationProblem NotPrimitive(FhirPathValue value, ViewColumnPath column)
        => OperationProblem.Unprocessable($"The column '{column.Column.Name}' takes primitive values, and this is a {value.Type}.", column.Path.Location);
}
