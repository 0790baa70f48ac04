using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Torch;

/// <summary>Jang et al. 2017 and Maddison et al. 2017. PyTorch's function, which TorchSharp has not; written on its public API.</summary>
public static class Gumbel
{
    /// <summary>
    /// softmax((logits + noise) / tau) along a dimension, noise drawn from Gumbel(0, 1). When <paramref name="hard"/>,
    /// one-hot forward with the gradient of the soft sample (straight through).
    /// </summary>
    /// <param name="logits">Unnormalised log probabilities, floating point.</param>
    /// <param name="tau">The temperature, above 0.</param>
    public static Tensor Softmax(Tensor logits, double tau = 1, bool hard = false, long dim = -1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tau);
        var noise = empty_like(logits).exponential_().log();
        var soft = ((logits - noise) / tau).softmax(dim);
        return hard ? OneHot(soft, dim) - soft.detach() + soft : soft;
    }

    private static Tensor OneHot(Tensor soft, long dim)
    {
        using var mode = no_grad();
        var largest = soft.argmax(dim, keepdim: true);
        return zeros_like(soft).scatter_add(dim, largest, ones_like(largest, dtype: soft.dtype));
    }
}
