using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Zeroes each value with probability p in training and scales the rest by 1/(1 − p).</summary>
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Drawn from the default generator, so torch.manual_seed repeats it.</summary>
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                {
                    if (p is < 0 or > 1)
                    {
                        throw new ArgumentException($"dropout: expected a probability, got {p}");
                    }

                    if (!training || p == 0)
                    {
                        return input;
                    }

                    var kept = p == 1 ? zeros_like(input) : input.Kept(1 - p);
                    return inplace ? input.mul_(kept) : input * kept;
                }
            }
        }

        public partial class Tensor
        {
            /// <summary>1/share with probability share, else 0.</summary>
            internal Tensor Kept(double share)
            {
                var mask = Allocate(_shape, dtype);
                var stream = Generator.Default.Stream;
                if (dtype == ScalarType.Float32)
                {
                    RandomFill.Mask(stream, mask.Span<float>(), share);
                }
                else
                {
                    RandomFill.Mask(stream, mask.Span<double>(), share);
                }

                return mask;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class Dropout : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Dropout(double p, bool inplace)
            : base(nameof(Dropout)) => (this.p, this.inplace) = (p, inplace);

        public double p { get; set; }

        public bool inplace { get; set; }

        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.dropout(tensor, p, training, inplace);
    }
}
