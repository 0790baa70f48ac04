namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// −log softmax(input)[target], input [n, classes], target [n] of int64 (ignore_index counts as no row) or
            /// probabilities [n, classes]. A mean is weighted by the classes' weights.
            /// </summary>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0)
            {
                var log = input.log_softmax(1);
                if (target.is_floating_point())
                {
                    var share = label_smoothing == 0 ? target : (target * (1 - label_smoothing)) + (label_smoothing / input.Sizes[1]);
                    var loss = (Weighted(log, weight) * Like(share, input, nameof(cross_entropy))).sum(dim: 1).neg();
                    return reduction == Reduction.Mean ? loss.sum() / (double)Math.Max(1, input.Sizes[0]) : Reduce(loss, reduction);
                }

                var (hit, counted) = Picked(log, target, weight, ignore_index);
                var rows = label_smoothing == 0 ? hit
                    : (hit * (1 - label_smoothing)) + (Weighted(log, weight).sum(dim: 1).neg() * counted.ne(0).to_type(log.dtype) * (label_smoothing / input.Sizes[1]));
                return reduction == Reduction.Mean ? rows.sum() / counted.sum() : Reduce(rows, reduction);
            }

            /// <summary>−input[target], input [n, classes] of log probabilities, target [n] of int64; −100 counts as no row.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                var (rows, counted) = Picked(input, target, weight, -100);
                return reduction == Reduction.Mean ? rows.sum() / counted.sum() : Reduce(rows, reduction);
            }

            private static Tensor Weighted(Tensor log, Tensor? weight) => weight is null ? log : log * weight;

            /// <summary>−weight·log of each row's class, and the row's weight; both 0 where the class is ignored.</summary>
            private static (Tensor Loss, Tensor Weight) Picked(Tensor log, Tensor target, Tensor? weight, long ignored)
            {
                if (log.dim() != 2 || target.dim() != 1 || target.Sizes[0] != log.Sizes[0])
                {
                    throw new ArgumentException($"expected [n, classes] and [n], got {Shapes.Text(log.Sizes)} and {Shapes.Text(target.Sizes)}");
                }

                var counts = target.ne(ignored);
                var classes = torch.where(counts, target, zeros_like(target));
                var weights = (weight is null ? ones([log.Sizes[0]], log.dtype) : weight.index_select(0, classes)) * counts.to_type(log.dtype);
                return (log.gather(1, classes.unsqueeze(1)).squeeze(1).neg() * weights, weights);
            }
        }
    }
}
