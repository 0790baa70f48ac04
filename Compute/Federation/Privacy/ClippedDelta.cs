using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Privacy;

/// <summary>What an update adds to a state, as one vector over all parameters by name, in float64.</summary>
internal static class ClippedDelta
{
    /// <summary>(w_k - w) · min(1, C / ‖w_k - w‖₂)</summary>
    public static double[] Of(IReadOnlyDictionary<string, torch.Tensor> begin, IReadOnlyDictionary<string, torch.Tensor> end, double clip)
    {
        double[] delta = [.. Names(begin).SelectMany(name => Numbers(end[name]).Zip(Numbers(begin[name]), (after, before) => after - before))];
        var norm = Math.Sqrt(delta.Sum(x => x * x));
        return norm <= clip ? delta : [.. delta.Select(x => x * (clip / norm))];
    }

    /// <summary>w + delta.</summary>
    public static IReadOnlyDictionary<string, torch.Tensor> Added(IReadOnlyDictionary<string, torch.Tensor> begin, double[] delta)
    {
        var (state, offset) = (new Dictionary<string, torch.Tensor>(), 0);
        foreach (var name in Names(begin))
        {
            double[] numbers = [.. Numbers(begin[name]).Select((before, i) => before + delta[offset + i])];
            state[name] = torch.tensor(numbers, begin[name].shape).to(begin[name].dtype);
            offset += numbers.Length;
        }

        return state;
    }

    private static IEnumerable<string> Names(IReadOnlyDictionary<string, torch.Tensor> state) => state.Keys.Order(StringComparer.Ordinal);

    private static double[] Numbers(torch.Tensor tensor) => tensor.to(torch.float64).contiguous().data<double>().ToArray();
}
