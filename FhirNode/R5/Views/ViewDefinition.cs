using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Views;

/// <summary>
/// A ViewDefinition of SQL on FHIR v2: which resources become rows, and which paths become columns. Immutable and
/// checked; run it with <see cref="ViewRunner"/>.
/// </summary>
public sealed class ViewDefinition
{
    internal ViewDefinition(string? name, string resource, IReadOnlyList<ViewSelect> selects, IReadOnlyList<ViewPath> where, FhirPathContext context)
    {
        Name = name;
        Resource = resource;
        Selects = selects;
        Where = where;
        Context = context;
        Columns = [.. selects.SelectMany(select => select.Columns)];
    }

    /// <summary>The name for tables made of it, or null.</summary>
    public string? Name { get; }

    /// <summary>The resource type that it applies to.</summary>
    public string Resource { get; }

    /// <summary>The columns in the order of the result; a column's place is its ordinal in <see cref="ViewRow"/>.</summary>
    public IReadOnlyList<ViewColumn> Columns { get; }

    internal IReadOnlyList<ViewSelect> Selects { get; }

    internal IReadOnlyList<ViewPath> Where { get; }

    /// <summary>Holds the constants.</summary>
    internal FhirPathContext Context { get; }

    /// <summary>Reads and checks a ViewDefinition.</summary>
    /// <exception cref="OperationProblem">It is not valid; each issue names the element at fault.</exception>
    public static ViewDefinition Parse(JsonElement view) => new ViewReader(view).Read();

    /// <summary>The place of a column.</summary>
    /// <exception cref="ArgumentException">There is no column of that name.</exception>
    public int Ordinal(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == column)
            {
                return i;
            }
        }

        throw new ArgumentException($"The view {Name} has no column '{column}'; it has {string.Join(", ", Columns.Select(known => known.Name))}.", nameof(column));
    }
}
