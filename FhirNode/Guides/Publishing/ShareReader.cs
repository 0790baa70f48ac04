using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>Understands shares: <c>SF3B1=0.5</c> of a binary feature's presence, <c>SEX:F=0.7</c> of a category.</summary>
internal static class ShareReader
{
    /// <exception cref="OperationProblem">Invalid: not of this form, a feature that has no shares, shares above 1, or a condition on the same feature.</exception>
    public static IReadOnlyList<CohortShare> Read(ConditionReader names, RowConditions conditions, IReadOnlyList<string> shares)
    {
        CohortShare[] read = [.. shares.Select(text => One(names, text))];
        foreach (var feature in read.GroupBy(share => share.Feature.Name))
        {
            Check(feature.Key, [.. feature], conditions);
        }

        return read;
    }

    private static CohortShare One(ConditionReader names, string text)
    {
        var at = text.LastIndexOf('=');
        if (at < 1 || !double.TryParse(text.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) || share is not (>= 0 and <= 1))
        {
            throw OperationProblem.Invalid($"'{text}' is no share; write FEATURE=0.5 for a binary feature or FEATURE:VALUE=0.5, from 0 to 1.");
        }

        var parts = text[..at].Split(':', 2, StringSplitOptions.TrimEntries);
        var (feature, offset) = names.Find(parts[0].Trim(), text);
        return (feature.Feature.Type, parts.Length) switch
        {
            (FeatureType.Binary, 1) => new CohortShare(feature, offset, 1, share),
            (FeatureType.Binary or FeatureType.Category, 2) => new CohortShare(feature, offset, ConditionReader.Value(feature, parts[1], text), share),
            (FeatureType.Category, _) => throw OperationProblem.Invalid($"'{text}': say which value of {feature.Name} has the share, as {feature.Name}:{feature.Categories[0].Code}=0.5."),
            _ => throw OperationProblem.Invalid($"'{text}': {feature.Name} is no binary feature or category; give a condition on it instead."),
        };
    }

    private static void Check(string feature, CohortShare[] shares, RowConditions conditions)
    {
        if (shares.Select(share => share.Value).Distinct().Count() != shares.Length)
        {
            throw OperationProblem.Invalid($"Two shares are given for the same value of {feature}.");
        }

        const double Rounding = 1e-9;
        if (shares.Sum(share => share.Share) > 1 + Rounding)
        {
            throw OperationProblem.Invalid(FormattableString.Invariant($"The shares of {feature} add up to {shares.Sum(share => share.Share)}: more than all patients."));
        }

        if (conditions.Fixed.ContainsKey(feature))
        {
            throw OperationProblem.Invalid($"{feature} has a condition that holds for every patient, and a share that does not: give one of the two.");
        }
    }
}
