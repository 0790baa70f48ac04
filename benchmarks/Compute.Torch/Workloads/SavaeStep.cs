using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenoMed.Fhir.Compute.Torch.Benchmarks;

/// <summary>SAVAE: encoder 20 → 50 → 2·5, decoders 5 → 50 → 2·20 (Gaussian) and 5 → 50 → 2 (Weibull), batch 64, Adam.</summary>
internal static class SavaeStep
{
    private const int Batch = 64;
    private const int Inputs = 20;
    private const int Latent = 5;
    private const int Width = 50;

    internal static Action Make()
    {
        manual_seed(1);
        var encoder = Sequential(Linear(Inputs, Width), ReLU(), Linear(Width, 2 * Latent), Tanh());
        var covariates = Decoder(2 * Inputs);
        var times = Decoder(2);
        var optimizer = optim.Adam(encoder.parameters().Concat(covariates.parameters()).Concat(times.parameters()), lr: 1e-3);
        var (x, time, observed) = (randn(Batch, Inputs), rand(Batch) + 0.1, rand(Batch).lt(0.5).to_type(float32));
        return () =>
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var code = encoder.forward(x) * 10;
            var (mean, logVariance) = (code.narrow(1, 0, Latent), code.narrow(1, Latent, Latent));
            var z = mean + ((logVariance * 0.5).exp() * randn_like(mean));
            (Divergence(mean, logVariance) + Gaussian(covariates.forward(z), x) + Weibull(times.forward(z), time, observed)).backward();
            optimizer.step();
        };
    }

    private static nn.Module<Tensor, Tensor> Decoder(int outputs) =>
        Sequential(Linear(Latent, Width), ReLU(), Dropout(0.2), Linear(Width, outputs));

    private static Tensor Divergence(Tensor mean, Tensor logVariance) =>
        (1 + logVariance - mean.square() - logVariance.exp()).sum(dim: 1).mean() * -0.5;

    private static Tensor Gaussian(Tensor head, Tensor x)
    {
        var mean = head.narrow(1, 0, Inputs).tanh() * 5;
        var deviation = (head.narrow(1, Inputs, Inputs).sigmoid() * 9.999) + 0.001;
        return (((x - mean) / deviation).square() + (deviation.log() * 2)).sum(dim: 1).mean() * 0.5;
    }

    private static Tensor Weibull(Tensor head, Tensor time, Tensor observed)
    {
        var shape = (head.select(1, 0).sigmoid() * 1.9998) + 0.0002;
        var scale = (head.select(1, 1).sigmoid() * 3) + 0.001;
        var ratio = (time / scale).log();
        var hazard = (shape / scale).log() + ((shape - 1) * ratio);
        return ((observed * hazard) - (shape * ratio).exp()).mean().neg();
    }
}
