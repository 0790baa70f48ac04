namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Fills with values uniform in [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) => Refill(() =>
        {
            var drawn = Allocate(_shape, dtype).Draw((generator ?? Generator.Default).Stream, isNormal: false);
            return from == 0 && to == 1 ? drawn : (drawn * (to - from)) + from;
        });

        /// <summary>Fills with normally distributed values.</summary>
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) => Refill(() =>
        {
            var drawn = Allocate(_shape, dtype).Draw((generator ?? Generator.Default).Stream, isNormal: true);
            return mean == 0 && std == 1 ? drawn : (drawn * std) + mean;
        });

        /// <summary>Fills with 1 with probability p, else 0.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Refill(() =>
            torch.rand(_shape, generator: generator).lt(p).to_type(dtype));

        /// <summary>1 with the probability that this tensor holds, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null) => torch.rand(_shape, dtype, generator: generator).lt(this).to_type(dtype);

        /// <summary>Fills with exponentially distributed values of the given rate, none of them 0.</summary>
        public Tensor exponential_(double lambda = 1.0, Generator? generator = null) => Refill(() =>
        {
            var smallest = dtype == ScalarType.Float32 ? float.Epsilon : double.Epsilon;
            return (1 - torch.rand(_shape, dtype, generator: generator)).log().neg().clamp_min(smallest) / lambda;
        });

        /// <summary>
        /// Positions drawn by weight, [num_samples] of a vector or [rows, num_samples] of a matrix: int64. Weights need not
        /// add up to 1; without replacement a position comes once.
        /// </summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Categories.Draw(this, num_samples, replacement, (generator ?? Generator.Default).Stream);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.rand(_shape, dtype ?? this.dtype, requires_grad: requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.randn(_shape, dtype ?? this.dtype, requires_grad: requires_grad);

        /// <summary>Writes standard uniform or normal values over a new tensor.</summary>
        internal Tensor Draw(Philox stream, bool isNormal)
        {
            switch (dtype, isNormal)
            {
                case (ScalarType.Float32, false): RandomFill.Uniform(stream, Span<float>()); break;
                case (ScalarType.Float32, true): RandomFill.Normal(stream, Span<float>()); break;
                case (ScalarType.Float64, false): RandomFill.Uniform(stream, Span<double>()); break;
                case (ScalarType.Float64, true): RandomFill.Normal(stream, Span<double>()); break;
                default: throw new ArgumentException($"expected a floating-point tensor, got {dtype}");
            }

            return this;
        }

        private Tensor Refill(Func<Tensor> draw)
        {
            if (!is_floating_point())
            {
                throw new ArgumentException($"expected a floating-point tensor, got {dtype}");
            }

            using var mode = no_grad();
            return Overwrite(draw);
        }
    }
}
