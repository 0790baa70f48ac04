using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Privacy;

/// <summary>
/// DP-SGD (Abadi, Chu, Goodfellow, McMahan, Mironov, Talwar, Zhang, CCS 2016, algorithm 1). A batch takes each patient
/// with probability q; each patient's gradient is clipped to the L2 norm C; the sum gets noise of standard deviation
/// σ C and is divided by the expected size of a batch, q n, since the true size would tell who is in it.
/// A step reads: for each row of <see cref="Batch"/> zero the gradients, backward of that row's loss, <see cref="Add"/>;
/// then <see cref="Release"/>, and the optimiser's step.
/// </summary>
/// <param name="privacy">C, σ and the secret random numbers.</param>
/// <param name="parameters">The parameters by name.</param>
internal sealed class PrivateGradients(ExamplePrivacy privacy, IReadOnlyDictionary<string, torch.Tensor> parameters)
{
    private readonly SortedDictionary<string, double[]> _sums = new(
        parameters.ToDictionary(entry => entry.Key, entry => new double[entry.Value.numel()]), StringComparer.Ordinal);

    /// <summary>The rows of the next batch, ascending; it may be empty, and is released even so.</summary>
    /// <param name="count">n.</param>
    /// <param name="size">q n, the expected size.</param>
    public int[] Batch(int count, int size) => [.. Enumerable.Range(0, count).Where(_ => privacy.Random.Uniform() <= (double)size / count)];

    /// <summary>Clips the gradients that the parameters have, those of one patient, and adds them to the batch's sum.</summary>
    public void Add()
    {
        var gradients = parameters.Where(entry => entry.Value.grad is not null).ToDictionary(entry => entry.Key, entry => Numbers(entry.Value.grad!));
        var norm = Math.Sqrt(gradients.Values.Sum(gradient => gradient.Sum(x => x * x)));
        var factor = norm > privacy.Clip ? privacy.Clip / norm : 1;
        foreach (var (name, gradient) in gradients)
        {
            var sum = _sums[name];
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += factor * gradient[i];
            }
        }
    }

    /// <summary>Gives the parameters the noisy mean as their gradient and begins the next batch.</summary>
    /// <param name="size">q n, the expected size.</param>
    public void Release(int size)
    {
        using var scope = torch.NewDisposeScope();
        using var detached = torch.no_grad();
        foreach (var (name, sum) in _sums)
        {
            double[] noisy = [.. sum.Select(value => (value + (privacy.NoiseMultiplier * privacy.Clip * privacy.Random.Normal())) / size)];
            Array.Clear(sum);
            var parameter = parameters[name];
            parameter.grad = torch.tensor(noisy, parameter.shape).to(parameter.dtype).DetachFromDisposeScope();
        }
    }

    private static double[] Numbers(torch.Tensor tensor) => tensor.to(torch.float64).contiguous().data<double>().ToArray();
}
