using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>One random variable of a generative model: a number of a feature, or whether the feature is missing.</summary>
/// <param name="Feature">The feature that it belongs to.</param>
/// <param name="Part">Which of the feature's numbers: the element of a vector; 0 a duration, 1 its event; else 0.</param>
/// <param name="Kind">Its distribution.</param>
/// <param name="Scale">Of a <see cref="ColumnKind.Number"/>.</param>
/// <param name="Role">What it says of the feature.</param>
internal sealed record TabularColumn(Feature Feature, int Part, ColumnKind Kind, FeatureScale Scale, ColumnRole Role)
{
    /// <summary>Columns of the matrix: the codes of a category, else 1.</summary>
    public int Width => Kind == ColumnKind.Category ? Feature.Categories.Count : 1;

    /// <summary>The feature's name, with what tells apart the columns of one feature.</summary>
    public string Name => Role switch
    {
        ColumnRole.Missing => Feature.Name + "?",
        ColumnRole.Minimum => Feature.Name + "_",
        _ => Feature.Width == 1 ? Feature.Name : string.Create(CultureInfo.InvariantCulture, $"{Feature.Name}[{Part}]"),
    };
}
