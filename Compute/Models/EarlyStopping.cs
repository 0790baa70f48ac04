using TorchSharp;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>Stops when the held-out loss has not improved for a while, and goes back to the best weights: a copy of them, not a reference.</summary>
/// <param name="module">What is trained.</param>
/// <param name="patience">Epochs without a better loss after which it is done; 0: never.</param>
/// <param name="lastWeights">Reference habit: keeps the last weights.</param>
internal sealed class EarlyStopping(torch.nn.Module module, int patience, bool lastWeights = false)
{
    private IReadOnlyDictionary<string, torch.Tensor>? _best;
    private double _lowest = double.PositiveInfinity;
    private int _worse;

    public bool IsDone => patience > 0 && _worse >= patience;

    /// <param name="loss">The held-out loss after an epoch; null where nothing is held out.</param>
    public void Watch(double? loss)
    {
        if (loss is null)
        {
            return;
        }

        _worse++;
        if (loss < _lowest)
        {
            (_lowest, _worse) = (loss.Value, 0);
            Keep(lastWeights ? null : StateDict.CopyOf(module));
        }
    }

    /// <summary>Puts the best weights back.</summary>
    public void Restore()
    {
        if (_best is not null)
        {
            StateDict.Load(module, _best);
        }

        Keep(null);
    }

    private void Keep(IReadOnlyDictionary<string, torch.Tensor>? best)
    {
        foreach (var tensor in _best?.Values ?? [])
        {
            tensor.Dispose();
        }

        _best = best;
    }
}
