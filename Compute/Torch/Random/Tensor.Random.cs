namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Fills with values uniform in [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) => Refill(() =>
        {
            var stream = (generator ?? Generator.Default).Stream;
            var result = Allocate(_shape, dtype);
            if (dtype == ScalarType.Float32)
            {
                RandomFill.Uniform(stream, result.Span<float>());
            }
            else
            {
                RandomFill.Uniform(stream, result.Span<double>());
            }

            return from == 0 && to == 1 ? result : (result * (to - from)) + from;
        });

        /// <summary>Fills with normally distributed values.</summary>
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) => Refill(() =>
        {
            var stream = (generator ?? Generator.Default).Stream;
            var drawn = Allocate(_shape, dtype);
            if (dtype == ScalarType.Float32)
            {
                RandomFill.Normal(stream, drawn.Span<float>());
            }
            else
            {
                RandomFill.Normal(stream, drawn.Span<double>());
            }

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
