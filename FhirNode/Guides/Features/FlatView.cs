using System.Globalization;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>A view whose columns are looked up once.</summary>
internal sealed class FlatView(ViewDefinition view)
{
    private readonly ViewRunner _runner = new(view);

    public IEnumerable<ViewRow> Run(Resource resource) => _runner.Run(resource);

    public int Column(string name) => view.Ordinal(name);

    /// <summary>
    /// A decimal as the double that its digits name. Casting would round twice where there are more than fifteen
    /// digits, and a value must come back as it was written.
    /// </summary>
    public static double? Double(decimal? number)
        => number is { } value ? double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    /// <summary>What several values of one feature are ordered by: time, then the resource's id.</summary>
    public static string Source(string? time, string? id) => $"{time}\n{id}";
}
