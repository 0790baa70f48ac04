using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Views;

/// <summary>Rules about the columns of a view as a whole.</summary>
internal static class ViewChecks
{
    private const int MaxNameLength = 255;

    /// <summary>A name that every database takes unquoted.</summary>
    public static void Name(string name, string location)
    {
        if (name.Length is 0 or > MaxNameLength || !char.IsAsciiLetter(name[0]) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            throw OperationProblem.Invalid($"'{name}' is no column name: a letter, then letters, digits and underscores.", location);
        }
    }

    public static void Columns(IReadOnlyList<ViewSelect> selects)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var twice = selects.SelectMany(select => select.Columns).FirstOrDefault(column => !names.Add(column.Name));
        if (twice is not null)
        {
            throw OperationProblem.Invalid($"The column '{twice.Name}' is defined twice.", "ViewDefinition.select");
        }
    }

    /// <summary>The branches of a union have the same columns in the same order.</summary>
    public static void Union(IReadOnlyList<ViewSelect> branches, string location)
    {
        for (var i = 1; i < branches.Count; i++)
        {
            if (!branches[i].Columns.SequenceEqual(branches[0].Columns))
            {
                throw OperationProblem.Invalid(
                    $"The branches of a union have the same columns: [{Describe(branches[0])}] is not [{Describe(branches[i])}].", $"{location}.unionAll[{i}]");
            }
        }
    }

    private static string Describe(ViewSelect select) => string.Join(", ", select.Columns.Select(column => $"{column.Name} {column.Type}"));
}
