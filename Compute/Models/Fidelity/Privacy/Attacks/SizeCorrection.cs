namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>
/// How many predicates would single out a row of a control table as large as the training table. A predicate of weight w
/// singles out among n rows with probability n w (1 - w)^(n - 1) (Cohen, Nissim, PNAS 117, 2020), so that the two tables'
/// successes cannot be compared where their sizes differ.
/// </summary>
internal static class SizeCorrection
{
    /// <param name="matches">Of each predicate, how many rows of the control table fulfil it.</param>
    /// <param name="control">Rows of the control table, 1 or more.</param>
    /// <param name="training">Rows of the training table.</param>
    /// <returns>0..predicates</returns>
    public static double Successes(IReadOnlyList<int> matches, int control, int training) => matches.Count == 0 ? 0
        : training <= control ? Expected(matches, control, training)
        : WeightMixture.Of(matches, control, training).Expected(training) * matches.Count;

    /// <summary>The expected successes on a random part of the control table: hypergeometric, without drawing.</summary>
    public static double Expected(IReadOnlyList<int> matches, int control, int part) => matches.Sum(match => One(match, control, part));

    // c · m/n · Π (n - m - i + 1) / (n - i), i = 1..c-1: one of the c matching rows is among the m, the others are not.
    private static double One(int matches, int rows, int part)
    {
        var share = matches * (double)part / rows;
        for (var i = 1; i < matches && share > 0; i++)
        {
            share *= Math.Max(0, rows - part - i + 1) / (double)(rows - i);
        }

        return share;
    }
}
