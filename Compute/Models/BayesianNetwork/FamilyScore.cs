using MathNet.Numerics;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>Scores of a family, in nats; a network's score is the sum over its families.</summary>
internal static class FamilyScore
{
    /// <param name="score">Which one.</param>
    /// <param name="table">N_jk.</param>
    /// <param name="equivalentSampleSize">a of BDeu.</param>
    public static double Of(NetworkScore score, FamilyTable table, double equivalentSampleSize) => score switch
    {
        NetworkScore.Bic => Bic(table),
        NetworkScore.Bdeu => Dirichlet(table, equivalentSampleSize / table.Cells.Length),
        NetworkScore.K2 => Dirichlet(table, 1),
        _ => throw new ArgumentException($"No network score {score}."),
    };

    /// <summary>Σ_jk N_jk ln(N_jk/N_j) - ½ ln N · q (r - 1) (Schwarz, Annals of Statistics 1978).</summary>
    private static double Bic(FamilyTable table)
    {
        var (logLikelihood, total) = (0.0, 0L);
        for (var j = 0; j < table.Configurations; j++)
        {
            var inRow = table.RowTotal(j);
            total += inRow;
            foreach (var count in table.Row(j))
            {
                logLikelihood += count > 0 ? count * Math.Log((double)count / inRow) : 0;
            }
        }

        return logLikelihood - (0.5 * Math.Log(Math.Max(1, total)) * table.Configurations * (table.States - 1));
    }

    /// <summary>
    /// Σ_j [lnΓ(r α) - lnΓ(r α + N_j)] + Σ_jk [lnΓ(α + N_jk) - lnΓ(α)] with α a pseudo-count for each cell (Heckerman,
    /// Geiger, Chickering, Machine Learning 1995, eq. 28): a/(q r) is BDeu, 1 is K2.
    /// </summary>
    private static double Dirichlet(FamilyTable table, double alpha)
    {
        var (score, row, cell) = (0.0, SpecialFunctions.GammaLn(alpha * table.States), SpecialFunctions.GammaLn(alpha));
        for (var j = 0; j < table.Configurations; j++)
        {
            var inRow = table.RowTotal(j);
            if (inRow == 0)
            {
                continue;
            }

            score += row - SpecialFunctions.GammaLn((alpha * table.States) + inRow);
            foreach (var count in table.Row(j))
            {
                score += count > 0 ? SpecialFunctions.GammaLn(alpha + count) - cell : 0;
            }
        }

        return score;
    }
}
