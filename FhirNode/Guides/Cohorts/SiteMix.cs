using System.Globalization;
using Bogus;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>
/// Deals a cohort to sites that differ: in size by their shares, and in case mix by a column, of which the first site
/// gets the low values and the last the high ones, the more so the stronger the shift (0: all alike; 1: e times as
/// likely at one standard deviation above the mean as at the mean).
/// </summary>
/// <param name="Shares">One a site, positive; they need not add up to 1.</param>
/// <param name="Column">The column of the case mix, with numbers; null for none.</param>
/// <param name="Shift">Strength of the case mix, 0 or more.</param>
public sealed record SiteMix(IReadOnlyList<double> Shares, string? Column = null, double Shift = 0)
{
    /// <summary>Every patient is in exactly one site; the same seed gives the same sites.</summary>
    /// <exception cref="OperationProblem">Invalid: the cohort has no such column, or it has no numbers.</exception>
    public IReadOnlyList<Cohort> Deal(Cohort cohort, int seed)
    {
        var randomizer = new Randomizer(seed);
        var scores = Standardised(cohort);
        var sites = Shares.Select(_ => new List<string[]>()).ToArray();
        for (var i = 0; i < cohort.Rows.Count; i++)
        {
            sites[Pick(scores[i], randomizer)].Add(cohort.Rows[i]);
        }

        return [.. sites.Select(rows => new Cohort(cohort.Header, rows))];
    }

    private int Pick(double score, Randomizer randomizer)
    {
        var weights = Shares.Select((share, site) => share * Math.Exp(Shift * score * Place(site))).ToArray();
        var left = randomizer.Double() * weights.Sum();
        for (var site = 0; site < weights.Length - 1; site++)
        {
            left -= weights[site];
            if (left < 0)
            {
                return site;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>−1 for the first site to 1 for the last.</summary>
    private double Place(int site) => Shares.Count == 1 ? 0 : (2.0 * site / (Shares.Count - 1)) - 1;

    /// <summary>z-scores of the column; a patient without a value is as likely anywhere.</summary>
    private double[] Standardised(Cohort cohort)
    {
        if (Column is null || Shift == 0)
        {
            return new double[cohort.Rows.Count];
        }

        var index = cohort.Header.ToList().IndexOf(Column);
        if (index < 0)
        {
            throw OperationProblem.Invalid($"The cohort has no column '{Column}' to mix its cases by; it has {string.Join(", ", cohort.Header)}.");
        }

        var values = cohort.Rows.Select(row => double.TryParse(row[index], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN).ToArray();
        var known = values.Where(value => !double.IsNaN(value)).ToArray();
        if (known.Length == 0)
        {
            throw OperationProblem.Invalid($"The column '{Column}' has no numbers: cases are mixed by low and high values.");
        }

        var mean = known.Average();
        var deviation = Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
        return [.. values.Select(value => double.IsNaN(value) || deviation == 0 ? 0 : (value - mean) / deviation)];
    }
}
