using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Torch.Benchmarks;

/// <summary>
/// DeepSurv: two hidden layers with SELU and dropout, the log partial likelihood of rows in descending order of time
/// (no ties), Adam. The cohort is of the size of the MDS one.
/// </summary>
internal static class DeepSurvStep
{
    internal const int Rows = 3984;
    private const int Inputs = 96;

    internal static Action Make(int batch, int width)
    {
        manual_seed(1);
        var net = nn.Sequential(
            nn.Linear(Inputs, width), nn.SELU(), nn.Dropout(0.1),
            nn.Linear(width, width), nn.SELU(), nn.Dropout(0.1),
            nn.Linear(width, 1, hasBias: false));
        var optimizer = optim.Adam(net.parameters(), lr: 1e-3);
        var (x, events) = (randn(Rows, Inputs), rand(Rows).lt(0.5).to_type(float32));
        var at = 0;
        return () =>
        {
            at = (at + (2 * batch)) > Rows ? 0 : at + batch;
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            Loss(net.forward(x.narrow(0, at, batch)).squeeze(1), events.narrow(0, at, batch)).backward();
            optimizer.step();
        };
    }

    private static Tensor Loss(Tensor f, Tensor events) => ((f.logcumsumexp(0) - f) * events).sum() / events.sum();
}
