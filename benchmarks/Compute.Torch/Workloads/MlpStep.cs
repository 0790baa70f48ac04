using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Torch.Benchmarks;

/// <summary>A 96-32-32-1 net with ReLU, squared error and Adam at batch 256.</summary>
internal static class MlpStep
{
    internal static Action Make()
    {
        manual_seed(1);
        var net = nn.Sequential(nn.Linear(96, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 1));
        var optimizer = optim.Adam(net.parameters(), lr: 1e-3);
        var (x, y) = (randn(256, 96), randn(256, 1));
        return () =>
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.mse_loss(net.forward(x), y).backward();
            optimizer.step();
        };
    }
}
