using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>Patients as points of a Euclidean space; never leaves the assembly.</summary>
/// <param name="Values">[n × Width], the padding is 0.</param>
/// <param name="Width">A multiple of 8.</param>
/// <param name="Columns">How many there are, without padding.</param>
/// <param name="Count">How many rows.</param>
internal sealed record DenseRows(float[] Values, int Width, int Columns, int Count) : IRows<DenseRows>
{
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Width, Width);

    /// <summary>The squared distance. The order of additions is the same on every processor.</summary>
    public float Sum(int row, DenseRows other, int otherRow)
    {
        ref var a = ref MemoryMarshal.GetReference(Row(row));
        ref var b = ref MemoryMarshal.GetReference(other.Row(otherRow));
        var sums = Vector256<float>.Zero;
        for (var i = 0; i < Width; i += Vector256<float>.Count)
        {
            var difference = Vector256.LoadUnsafe(ref a, (nuint)i) - Vector256.LoadUnsafe(ref b, (nuint)i);
            sums += difference * difference;
        }

        var four = sums.GetLower() + sums.GetUpper();
        return four.GetElement(0) + four.GetElement(2) + (four.GetElement(1) + four.GetElement(3));
    }

    public double Distance(float sum) => Math.Sqrt(sum);

    /// <summary>The distance of each row to the mean of all, [n].</summary>
    /// <param name="centre">[Width], as <see cref="Mean"/> gives it.</param>
    public double[] Distances(double[] centre)
    {
        var distances = new double[Count];
        for (var row = 0; row < Count; row++)
        {
            var values = Row(row);
            var sum = 0.0;
            for (var i = 0; i < Width; i++)
            {
                sum += (values[i] - centre[i]) * (values[i] - centre[i]);
            }

            distances[row] = Math.Sqrt(sum);
        }

        return distances;
    }

    /// <summary>The mean of the rows, [Width].</summary>
    public double[] Mean()
    {
        var mean = new double[Width];
        for (var at = 0; at < Values.Length; at++)
        {
            mean[at % Width] += Values[at] / (double)Count;
        }

        return mean;
    }
}
