using System.Text;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Which features of a guide the CSV of a synthetic set has.</summary>
public static class SyntheticColumns
{
    /// <summary>The features beside the outcome that SAFE compares: all that a generator may take, but vectors.</summary>
    /// <param name="guide">Says which columns a feature has.</param>
    /// <param name="csv">The set; its first line is read.</param>
    /// <exception cref="OperationProblem">Unprocessable: there is no column of the guide.</exception>
    public static IReadOnlyList<string> Inputs(Guide guide, ReadOnlySpan<byte> csv)
    {
        var end = csv.IndexOf((byte)'\n');
        HashSet<string> header = [.. Encoding.UTF8.GetString(end < 0 ? csv : csv[..end]).Trim('\uFEFF', '\r').Split([',', ';', '\t']).Select(column => column.Trim('"', ' '))];
        string[] inputs =
        [
            .. guide.Dictionary.Features
                .Where(feature => feature.Feature.Role is FeatureRole.Input or FeatureRole.Auxiliary or FeatureRole.Treatment && feature.Feature.Type is not (FeatureType.Vector or FeatureType.TimeToEvent))
                .Where(feature => feature.Columns.Concat(feature.Aliases).Any(header.Contains))
                .Select(feature => feature.Name),
        ];
        return inputs.Length > 0 ? inputs : throw OperationProblem.Unprocessable($"The synthetic CSV has no column of the guide '{guide.Name}' ({guide.Dictionary.Features[0].Columns[0]}, ...) in its first line.");
    }
}
