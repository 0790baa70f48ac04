using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>
/// Which features of a guide SAFE compares, and as what: genes are the variants of a panel whose items are genes studied (LOINC
/// 48018-6), chromosomal lesions are the other variants; prognostic and derived features are those that the dictionary names.
/// </summary>
public sealed record SafeFeatures
{
    private const string GeneStudied = "http://loinc.org|48018-6";

    /// <summary>The features of the compared tables.</summary>
    public required FeatureSchema Schema { get; init; }

    /// <summary>All variants among them.</summary>
    public required IReadOnlyList<string> Lesions { get; init; }

    /// <summary>The variants that are no genes.</summary>
    public required IReadOnlyList<string> Cytogenetics { get; init; }

    /// <summary>Those that follow from others.</summary>
    public required IReadOnlyList<string> Derived { get; init; }

    /// <summary>Known prognostic factors.</summary>
    public required IReadOnlyList<string> Prognostic { get; init; }

    /// <summary>The features of tables of these inputs and this outcome.</summary>
    /// <exception cref="ArgumentException">A name is none of the guide's.</exception>
    public static SafeFeatures Of(Guide guide, IReadOnlyList<string> inputs, string outcome)
    {
        var (dictionary, analysis) = (guide.Dictionary, guide.Dictionary.Head.Analysis);
        var schema = dictionary.Schema with { Features = [.. inputs.Append(outcome).Select(name => dictionary.Schema[name])] };
        FeatureDefinition[] variants = [.. inputs.Select(name => dictionary[name]).Where(feature => feature.Carrier.Kind == CarrierKind.Variant && feature.Feature.Type == FeatureType.Binary)];
        var derived = analysis?.Derived ?? [];
        return new SafeFeatures
        {
            Schema = schema,
            Lesions = [.. variants.Select(feature => feature.Name)],
            Cytogenetics = [.. variants.Where(feature => !derived.Contains(feature.Name) && dictionary.Head.Panels[feature.Carrier.Panel!].Item.Key != GeneStudied).Select(feature => feature.Name)],
            Derived = [.. derived.Intersect(inputs)],
            Prognostic = [.. (analysis?.Prognostic ?? []).Intersect(inputs)],
        };
    }
}
