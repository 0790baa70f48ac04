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

                    var (mean, variance) = training ? Measure(input, running_mean, running_var, momentum) : (running_mean!, running_var!);
                    var normal = (input - mean) / (variance + eps).sqrt();
                    var scaled = weight is null ? normal : normal * weight;
                    return bias is null ? scaled : scaled + bias;
                }

                private static (Tensor Mean, Tensor Variance) Measure(Tensor input, Tensor? runningMean, Tensor? runningVar, double momentum)
                {
                    var n = input.Sizes[0];
                    if (n < 2)
                    {
                        throw new ArgumentException($"batch_norm: expected more than 1 row in training, got {Shapes.Text(input.Sizes)}");
                    }

                    var (mean, variance) = (input.mean([0]), input.var(0, unbiased: false));
                    using var mode = no_grad();
                    runningMean?.mul_(1 - momentum).add_(mean.detach() * momentum);
                    runningVar?.mul_(1 - momentum).add_(variance.detach() * (momentum * n / (n - 1)));
                    return (mean, variance);
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
