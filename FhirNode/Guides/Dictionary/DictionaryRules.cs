using System.Text.RegularExpressions;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>The rules that hold between features.</summary>
internal static partial class DictionaryRules
{
    public static void Check(YamlMap root, DictionaryHead head, IReadOnlyList<FeatureDefinition> features)
    {
        if (features.Count == 0)
        {
            throw root.Problem("the dictionary has no features");
        }

        Unique(root, "feature", features.Select(feature => feature.Name));
        Unique(root, "column", features.SelectMany(feature => feature.Columns.Concat(feature.Aliases)).Append(head.Identifier.Column));
        Unique(root, "resource id", features.Select(feature => ResourceIds.Suffix(feature.Name).ToUpperInvariant()));
        foreach (var kind in features.GroupBy(Space))
        {
            Unique(root, $"{kind.Key} code", kind.Select(feature => $"{feature.Carrier.Of}{feature.Codings[0].Key}"));
        }

        if (head.Analysis is { } analysis)
        {
            Outcome(root, analysis.Outcome, features);
            Known(root, analysis.Prognostic.Concat(analysis.Derived), features);
        }

        foreach (var feature in features)
        {
            Details(root.About($"feature {feature.Name}"), feature, features);
            One(root.About($"feature {feature.Name}"), feature);
        }
    }

    private static void Details(YamlMap at, FeatureDefinition feature, IReadOnlyList<FeatureDefinition> features)
    {
        if (feature.Carrier.Of is { } of && !features.Any(one => one.Name == of && one.Carrier.Kind == CarrierKind.Variant))
        {
            throw at.Problem($"'{of}', which it is a detail of, is no variant of the dictionary");
        }
    }

    private static void Outcome(YamlMap root, string name, IReadOnlyList<FeatureDefinition> features)
    {
        string[] outcomes = [.. features.Where(feature => feature.Feature is { Type: FeatureType.TimeToEvent, Role: FeatureRole.Outcome }).Select(feature => feature.Name)];
        if (!outcomes.Contains(name))
        {
            throw root.Map("analysis").About("analysis").Problem($"'{name}' is no time-to-event feature of role outcome; there are: {string.Join(", ", outcomes)}");
        }
    }

    private static void Known(YamlMap root, IEnumerable<string> names, IReadOnlyList<FeatureDefinition> features)
    {
        if (names.FirstOrDefault(name => !features.Any(feature => feature.Name == name && feature.Feature.Type is not (FeatureType.Vector or FeatureType.TimeToEvent))) is { } unknown)
        {
            throw root.Map("analysis").About("analysis").Problem($"'{unknown}' is no feature with one value of the dictionary");
        }
    }

    /// <summary>Features of one space are told apart by their code alone when they are read back.</summary>
    private static string Space(FeatureDefinition feature) => feature.Carrier.Kind switch
    {
        CarrierKind.FollowUp => nameof(CarrierKind.Observation),
        var kind => kind.ToString(),
    };

    private static void One(YamlMap at, FeatureDefinition feature)
    {
        if (!IdPart().IsMatch(feature.Name))
        {
            throw at.Problem("a name becomes part of a FHIR id: at most 32 letters, digits, '_', '-' or '.'");
        }

        if (feature.Feature.Minimum > feature.Feature.Maximum || feature.LowerLimit > feature.UpperLimit)
        {
            throw at.Problem("the lowest value is above the highest");
        }

        Unique(at, "category spelling", feature.Categories.SelectMany(category => category.Synonyms.Append(category.Code)).Select(text => text.ToUpperInvariant()).ToArray());
        if (feature.Conversions.Count > 0 && feature.Feature.Unit is null)
        {
            throw at.Problem("conversions need a 'unit' to convert to");
        }
    }

    private static void Unique(YamlMap root, string what, IEnumerable<string> names)
    {
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw root.Problem($"the {what} '{twice.Key}' stands there {twice.Count()} times");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.\-]{1,32}\z")]
    private static partial Regex IdPart();
}
