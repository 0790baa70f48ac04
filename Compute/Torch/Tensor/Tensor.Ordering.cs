using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The order that sorts a dimension; equal values keep theirs, NaN comes last.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Sorting.Argsort(this, Shapes.Dim(dim, _shape.Length), descending);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            var order = argsort(dim, descending);
            return (gather(dim, order), order);
        }

        /// <summary>The k largest (or smallest) along a dimension, in order, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            if (k < 0 || k > size(d))
            {
                throw new ArgumentException($"topk: expected k of at most {size(d)}, got {k}");
            }

            var first = argsort(d, descending: largest).narrow(d, 0, k).contiguous();
            return (gather(d, first), first);
        }

        /// <summary>The lower of the middle values; NaN if any value is.</summary>
        public Tensor median()
        {
            if (NumberOfElements == 0)
            {
                throw new ArgumentException($"median: expected at least one value, got {Shapes.Text(_shape)}");
            }

            using var order = flatten().argsort(0);
            var isNan = is_floating_point() && detach().isnan().any().item<bool>();
            var at = isNan ? NumberOfElements - 1 : (NumberOfElements - 1) / 2;
            return flatten().index_select(0, order.narrow(0, at, 1)).reshape([]);
        }
    }

    public static Tensor median(Tensor input) => input.median();

    public static (Tensor values, Tensor indices) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) =>
        tensor.topk(k, dim, largest, sorted);
}
