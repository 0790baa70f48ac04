using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Each coordinate's values over the nodes, sorted.</summary>
internal static class SortedCoordinates
{
    /// <summary>The mean of what is left when the given number of values is cut off at each end.</summary>
    public static IReadOnlyDictionary<string, torch.Tensor> Mean(
        IReadOnlyDictionary<string, torch.Tensor> global, IReadOnlyList<ModelUpdate> updates, int cut) =>
        StateMath.Each(global, (name, tensor) => torch.tensor(Mean([.. updates.Select(update => Numbers(update.State[name]))], cut), tensor.shape));

    private static double[] Mean(double[][] nodes, int cut)
    {
        var (values, mean) = (new double[nodes.Length], new double[nodes[0].Length]);
        for (var j = 0; j < mean.Length; j++)
        {
            for (var k = 0; k < nodes.Length; k++)
            {
                values[k] = nodes[k][j];
            }

            Array.Sort(values);
            mean[j] = values.AsSpan(cut, nodes.Length - (2 * cut)).ToArray().Average();
        }

        return mean;
    }

    private static double[] Numbers(torch.Tensor tensor) => tensor.to(torch.float64).contiguous().data<double>().ToArray();
}
