using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>
/// Which columns a generative model has: all numbers first, then all binaries, then the categories, so that each kind
/// is one slice of the matrix. It follows from the plan alone: every node and the server have the same.
/// </summary>
internal sealed class TabularLayout
{
    /// <param name="plan">Schema and scaler.</param>
    /// <param name="features">Names of the features, the outcome among them where it is modelled as one.</param>
    /// <param name="generative">
    /// True where columns are drawn: an ordered category is a category, and a number that may be its feature's minimum
    /// has a column for that. False where they are only conditioned on: an ordered category is its rank.
    /// </param>
    /// <exception cref="ArgumentException">A feature is unknown, a score, or has a scale that is not a positive number.</exception>
    public TabularLayout(ModelPlan plan, IEnumerable<string> features, bool generative)
    {
        var columns = features.SelectMany(name => ColumnsOf(Allowed(plan, name), FeatureEncoding.Checked(name, plan.Scaler[name]), generative)).ToArray();
        Columns = [.. columns.OrderBy(column => column.Kind)];
        Offsets = [.. Columns.Select((_, i) => Columns.Take(i).Sum(column => column.Width))];
        Width = Columns.Sum(column => column.Width);
        Numbers = Columns.Count(column => column.Kind == ColumnKind.Number);
        Binaries = Columns.Count(column => column.Kind == ColumnKind.Binary);
        Categories = [.. Columns.Skip(Numbers + Binaries).Select(column => column.Width)];
    }

    public IReadOnlyList<TabularColumn> Columns { get; }

    /// <summary>Where each column begins in the matrix.</summary>
    public IReadOnlyList<int> Offsets { get; }

    /// <summary>Width of the matrix.</summary>
    public int Width { get; }

    /// <summary>How many columns are numbers.</summary>
    public int Numbers { get; }

    /// <summary>How many are binary.</summary>
    public int Binaries { get; }

    /// <summary>How many codes each category has.</summary>
    public IReadOnlyList<int> Categories { get; }

    /// <summary>Where the matrix has the column of a role of a feature; null where there is none.</summary>
    public int? OffsetOf(Feature feature, ColumnRole role)
    {
        var at = Enumerable.Range(0, Columns.Count).Where(i => Columns[i].Role == role && Columns[i].Feature.Name == feature.Name).ToArray();
        return at.Length == 0 ? null : Offsets[at[0]];
    }

    private static Feature Allowed(ModelPlan plan, string name) =>
        name == plan.Outcome ? plan.Schema[name] : FeatureEncoding.AsInput(plan.Schema[name]);

    private static IEnumerable<TabularColumn> ColumnsOf(Feature feature, FeatureScale scale, bool generative)
    {
        for (var part = 0; part < feature.Width; part++)
        {
            yield return new TabularColumn(feature, part, Kind(feature, part, generative), scale, ColumnRole.Value);
        }

        if (scale.Missing)
        {
            yield return new TabularColumn(feature, 0, ColumnKind.Binary, scale, ColumnRole.Missing);
        }

        if (generative && HasMinimum(feature))
        {
            yield return new TabularColumn(feature, 0, ColumnKind.Binary, scale, ColumnRole.Minimum);
        }
    }

    private static bool HasMinimum(Feature feature) => feature is { Minimum: not null, Type: FeatureType.Continuous or FeatureType.Count };

    private static ColumnKind Kind(Feature feature, int part, bool generative) => feature.Type switch
    {
        FeatureType.Binary => ColumnKind.Binary,
        FeatureType.Category when generative || !feature.Ordered => ColumnKind.Category,
        FeatureType.TimeToEvent when part == 1 => ColumnKind.Binary,
        _ => ColumnKind.Number,
    };
}
