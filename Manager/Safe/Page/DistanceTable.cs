using System.Globalization;
using System.Text;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Guides.Documentation;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>How far the numbers lie apart (Wasserstein).</summary>
internal static class DistanceTable
{
    public static void Write(StringBuilder body, SafeFidelity fidelity)
    {
        MarginalComparison[] numbers = [.. fidelity.Marginals.Where(feature => feature.Distance is not null).OrderByDescending(feature => feature.Distance!.Value)];
        if (numbers.Length == 0)
        {
            return;
        }

        body.Append("<section><h2>How far numbers lie apart</h2><p>By how much the values of real patients would have to be moved, on average, to be those of the synthetic ones (Wasserstein distance), as a share of the standard deviation among real patients: 0.10 of a deviation is little, 0.50 is much.</p><table><thead><tr><th>number</th><th>apart</th><th>two halves of the real patients</th></tr></thead><tbody>");
        foreach (var number in numbers)
        {
            body.Append(CultureInfo.InvariantCulture, $"<tr><td>{HtmlPage.Text(number.Title)}</td><td>{Number(number.Distance)}</td><td>{Number(fidelity.Levels.Ceiling.Distances.GetValueOrDefault(number.Name))}</td></tr>");
        }

        body.Append(CultureInfo.InvariantCulture, $"</tbody></table><p class=\"note\">From the counts and sums of about ten ranges of each number, so that no value leaves its node: each is the least that it can be, and at most {numbers.Max(number => number.Distance!.BinError):0.00} more, where the two curves cross many times within a range.</p></section>");
    }

    private static string Number(BinnedDistance? distance) => distance is null || double.IsNaN(distance.Value) ? "–" : distance.Value.ToString("0.00", CultureInfo.InvariantCulture);
}
