using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>
/// A classifier that also sees what a logistic regression cannot, columns that go together: one hidden layer of 64 units,
/// binary cross-entropy, AdamW.
/// </summary>
internal static class NetworkClassifier
{
    private const int Hidden = 64;
    private const int Epochs = 30;
    private const int BatchSize = 128;

    /// <summary>Fits and gives the scores (logits) of other rows.</summary>
    public static double[] Scores(DenseRows rows, double[] labels, DenseRows others, long seed, CancellationToken cancellationToken)
    {
        manual_seed(seed);
        using var scope = NewDisposeScope();
        var network = nn.Sequential(("hidden", nn.Linear(rows.Width, Hidden)), ("activation", nn.ReLU()), ("output", nn.Linear(Hidden, 1)));
        var optimizer = optim.AdamW(network.parameters(), lr: 3e-3, weight_decay: 1e-2);
        var shuffle = new RowShuffle(seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var batch in shuffle.Next(rows.Count).Chunk(BatchSize))
            {
                Step(network, optimizer, rows, labels, batch);
            }
        }

        using var detached = no_grad();
        return [.. network.forward(tensor(others.Values, [others.Count, others.Width])).data<float>().ToArray().Select(value => (double)value)];
    }

    private static void Step(nn.Module<Tensor, Tensor> network, optim.Optimizer optimizer, DenseRows rows, double[] labels, int[] batch)
    {
        using var scope = NewDisposeScope();
        var values = new float[batch.Length * rows.Width];
        for (var i = 0; i < batch.Length; i++)
        {
            rows.Row(batch[i]).CopyTo(values.AsSpan(i * rows.Width));
        }

        optimizer.zero_grad();
        var logits = network.forward(tensor(values, [batch.Length, rows.Width])).squeeze(1);
        nn.functional.binary_cross_entropy_with_logits(logits, tensor(batch.Select(row => (float)labels[row]).ToArray())).backward();
        optimizer.step();
    }
}
