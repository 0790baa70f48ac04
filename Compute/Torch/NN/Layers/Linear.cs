using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>y = x·Wᵀ + b with x [batch, inputSize], W [outputSize, inputSize], b [outputSize].</summary>
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, dtype);

            public static partial class functional
            {
                /// <summary>y = x·Wᵀ + b in one kernel; x of shape [*, in], W [out, in], b [out].</summary>
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
                {
                    if (input.Sizes.Length == 0 || weights.Sizes.Length != 2 || input.Sizes[^1] != weights.Sizes[1])
                    {
                        throw new ArgumentException($"linear: expected [batch, {weights.Sizes[^1]}], got {Shapes.Text(input.Sizes)} with weights {Shapes.Text(weights.Sizes)}");
                    }

                    if (bias is not null && bias.NumberOfElements != weights.Sizes[0])
                    {
                        throw new ArgumentException($"linear: expected a bias [{weights.Sizes[0]}] for weights {Shapes.Text(weights.Sizes)}, got {Shapes.Text(bias.Sizes)}");
                    }

                    if (input.Sizes.Length != 2)
                    {
                        return linear(input.reshape(-1, input.Sizes[^1]), weights, bias).reshape([.. input.Sizes[..^1], weights.Sizes[0]]);
                    }

                    using var transposed = weights.View([weights.Sizes[1], weights.Sizes[0]], [weights.Strides[1], weights.Strides[0]], weights.Offset);
                    var result = Kernels.MatrixProduct.Run(input, transposed, bias);
                    return bias is null
                        ? Autograd.Tape.RecordMany(Autograd.GradientRules.Linear, result, input, weights)
                        : Autograd.Tape.RecordMany(Autograd.GradientRules.Linear, result, input, weights, bias);
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A fully connected layer, initialised as PyTorch's: uniform within 1/√in.</summary>
    public class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        internal Linear(long inputSize, long outputSize, bool hasBias, torch.ScalarType? dtype)
            : base(nameof(Linear))
        {
            (in_features, out_features) = (inputSize, outputSize);
            weight = new Parameter(torch.empty(outputSize, inputSize, dtype));
            torch.nn.init.kaiming_uniform_(weight, a: Math.Sqrt(5));
            register_parameter(nameof(weight), weight);
            if (hasBias)
            {
                var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
                bias = new Parameter(torch.empty(outputSize, dtype));
                torch.nn.init.uniform_(bias, -bound, bound);
                register_parameter(nameof(bias), bias);
            }
        }

        public Parameter weight { get; }

        public Parameter? bias { get; }

        public long in_features { get; }

        public long out_features { get; }

        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.linear(tensor, weight, bias);
    }
}
