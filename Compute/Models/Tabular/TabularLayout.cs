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
    /// <param name="ranksAsNumbers">True where an ordered category is a number (its rank), false where it is a category.</param>
    /// <exception cref="ArgumentException">A feature is unknown, a score, or has a scale that is not a positive number.</exception>
    public TabularLayout(ModelPlan plan, IEnumerable<string> features, bool ranksAsNumbers)
    {
        var columns = features.SelectMany(name => ColumnsOf(Allowed(plan, name), FeatureEncoding.Checked(name, plan.Scaler[name]), ranksAsNumbers)).ToArray();
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

    private static Feature Allowed(ModelPlan plan, string name) =>
        name == plan.Outcome ? plan.Schema[name] : FeatureEncoding.AsInput(plan.Schema[name]);

    private static IEnumerable<TabularColumn> ColumnsOf(Feature feature, FeatureScale scale, bool ranksAsNumbers)
    {
        for (var part = 0; part < feature.Width; part++)
        {
            yield return new TabularColumn(feature, part, Kind(feature, part, ranksAsNumbers), scale, Indicator: false);
        }

        if (scale.Missing)
        {
            yield return new TabularColumn(feature, 0, ColumnKind.Binary, scale, Indicator: true);
        }
    }

    private static ColumnKind Kind(Feature feature, int part, bool ranksAsNumbers) => feature.Type switch
    {
        FeatureType.Binary => ColumnKind.Binary,
        FeatureType.Category when !(feature.Ordered && ranksAsNumbers) => ColumnKind.Category,
        FeatureType.TimeToEvent when part == 1 => ColumnKind.Binary,
        _ => ColumnKind.Number,
    };
}
