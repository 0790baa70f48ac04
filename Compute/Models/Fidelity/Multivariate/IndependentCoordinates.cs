namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>How many coordinates of rows are free: the rank of their correlations. The coordinates of a category add up to a constant, and one of them follows.</summary>
internal static class IndependentCoordinates
{
    /// <summary>Share of a coordinate's squares below which what its mean and the others leave of it is float32's rounding.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Those that vary and do not follow from the ones before.</summary>
    public static int Count(DenseRows rows)
    {
        var (mean, free) = (rows.Mean(), 0);
        var products = Products(rows, mean);
        double[] squares = [.. Enumerable.Range(0, rows.Columns).Select(column => products[column, column] + (rows.Count * mean[column] * mean[column]))];
        for (var pivot = 0; pivot < rows.Columns; pivot++)
        {
            if (products[pivot, pivot] > Rounding * squares[pivot])
            {
                free++;
                Sweep(products, pivot);
            }
        }

        return free;
    }

    /// <summary>Σ (x - mean)(y - mean) of each two coordinates.</summary>
    private static double[,] Products(DenseRows rows, double[] mean)
    {
        var (products, centred) = (new double[rows.Columns, rows.Columns], new double[rows.Columns]);
        for (var row = 0; row < rows.Count; row++)
        {
            var values = rows.Row(row);
            for (var i = 0; i < centred.Length; i++)
            {
                centred[i] = values[i] - mean[i];
                for (var j = 0; j <= i; j++)
                {
                    products[i, j] += centred[i] * centred[j];
                }
            }
        }

        return products;
    }

    /// <summary>Takes out of the coordinates after it what follows from one (a step of Cholesky's decomposition, lower half).</summary>
    private static void Sweep(double[,] products, int pivot)
    {
        var size = products.GetLength(0);
        for (var i = pivot + 1; i < size; i++)
        {
            var share = products[i, pivot] / products[pivot, pivot];
            for (var j = pivot + 1; j <= i; j++)
            {
                products[i, j] -= share * products[j, pivot];
            }
        }
    }
}
