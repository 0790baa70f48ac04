namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>(input − target)².</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Reduce((Like(input, target, nameof(mse_loss)) - target).square(), reduction);

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Reduce((Like(input, target, nameof(l1_loss)) - target).abs(), reduction);

            /// <summary>−(y log σ(x) + (1 − y) log(1 − σ(x))), without overflow: softplus(x) − x·y.</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                var x = Like(input, target, nameof(binary_cross_entropy_with_logits));
                var negative = x.neg().softplus();
                var loss = pos_weights is null
                    ? negative + ((1 - target) * x)
                    : ((1 - target) * x) + ((((pos_weights - 1) * target) + 1) * negative);
                return Reduce(weight is null ? loss : loss * weight, reduction);
            }

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

            private static Tensor Reduce(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.Mean => loss.mean(),
                Reduction.Sum => loss.sum(),
                _ => loss,
            };

            // Broadcasting here is nearly always a mistake: [n, 1] against [n] would give [n, n].
            private static Tensor Like(Tensor input, Tensor target, string what) => input.Sizes.AsSpan().SequenceEqual(target.Sizes) ? input
                : throw new ArgumentException($"{what}: expected {Shapes.Text(input.Sizes)}, got {Shapes.Text(target.Sizes)}");
        }
    }
}
