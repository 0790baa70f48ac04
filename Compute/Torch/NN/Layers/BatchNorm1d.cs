using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Batch normalisation of [batch, num_features] (Ioffe and Szegedy 2015).</summary>
            public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, dtype);

            public static partial class functional
            {
                /// <summary>
                /// (x − mean) / √(variance + eps) · weight + bias, over the batch in training, by the running statistics
                /// else. Running variance is the unbiased one.
                /// </summary>
                public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5)
                {
                    if (!training && (running_mean is null || running_var is null))
                    {
                        throw new ArgumentException("batch_norm: expected running statistics outside training");
                    }

                    return training
                        ? Normalised(input, running_mean, running_var, weight, bias, momentum, eps)
                        : Scaled((input - running_mean!) / (running_var! + eps).sqrt(), weight, bias);
                }

                private static Tensor Scaled(Tensor normal, Tensor? weight, Tensor? bias)
                {
                    var scaled = weight is null ? normal : normal * weight;
                    return bias is null ? scaled : scaled + bias;
                }

                private static Tensor Normalised(Tensor input, Tensor? runningMean, Tensor? runningVar, Tensor? weight, Tensor? bias, double momentum, double eps)
                {
                    var n = input.Sizes[0];
                    if (input.Sizes.Length != 2 || n < 2)
                    {
                        throw new ArgumentException($"batch_norm: expected [batch, features] of more than 1 row in training, got {Shapes.Text(input.Sizes)}");
                    }

                    foreach (var given in (ReadOnlySpan<Tensor?>)[runningMean, runningVar, weight, bias])
                    {
                        if (given is not null && given.NumberOfElements != input.Sizes[1])
                        {
                            throw new ArgumentException($"batch_norm: expected [{input.Sizes[1]}] for {Shapes.Text(input.Sizes)}, got {Shapes.Text(given.Sizes)}");
                        }
                    }

                    var (x, w, b) = (input.contiguous(), weight ?? ones([input.Sizes[1]], input.dtype), bias ?? zeros([input.Sizes[1]], input.dtype));
                    var (mean, variance) = Kernels.BatchNorms.Measure(x);
                    Tensor result;
                    using (no_grad())
                    {
                        runningMean?.mul_(1 - momentum).add_(mean * momentum);
                        runningVar?.mul_(1 - momentum).add_(variance * (momentum * n / (n - 1)));
                        result = Kernels.BatchNorms.Apply(x, mean, w * (variance + eps).rsqrt(), b);
                    }

                    return Autograd.Tape.RecordWith(Autograd.GradientRules.BatchNorm, result, (mean.Alias(), variance.Alias(), eps), x, w, b);
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Batch normalisation of [batch, num_features].</summary>
    public sealed class BatchNorm1d : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        internal BatchNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.ScalarType? dtype)
            : base(nameof(BatchNorm1d))
        {
            (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
            if (affine)
            {
                register_parameter(nameof(weight), weight = new Parameter(torch.ones(num_features, dtype)));
                register_parameter(nameof(bias), bias = new Parameter(torch.zeros(num_features, dtype)));
            }

            if (track_running_stats)
            {
                register_buffer(nameof(running_mean), running_mean = torch.zeros(num_features, dtype));
                register_buffer(nameof(running_var), running_var = torch.ones(num_features, dtype));
                register_buffer(nameof(num_batches_tracked), num_batches_tracked = torch.zeros([], torch.int64));
            }
        }

        public long num_features { get; }

        public double eps { get; set; }

        public double momentum { get; set; }

        public Parameter? weight { get; }

        public Parameter? bias { get; }

        public torch.Tensor? running_mean { get; }

        public torch.Tensor? running_var { get; }

        public torch.Tensor? num_batches_tracked { get; }

        public override torch.Tensor forward(torch.Tensor input)
        {
            if (input.dim() != 2 || input.size(1) != num_features)
            {
                throw new ArgumentException($"BatchNorm1d: expected [batch, {num_features}], got [{string.Join(", ", input.shape)}]");
            }

            if (training)
            {
                num_batches_tracked?.add_(1);
            }

            return torch.nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training || running_mean is null, momentum, eps);
        }
    }
}
