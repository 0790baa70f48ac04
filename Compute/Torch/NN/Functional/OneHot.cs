namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Classes of int64 to int64 of 0 and 1, with a dimension of <paramref name="num_classes"/> more; −1 for one more than the largest.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                var classes = num_classes < 0 ? x.max().ToInt64() + 1 : num_classes;
                var index = x.unsqueeze(-1);
                return zeros([.. x.Sizes, classes], int64).scatter_add(-1, index, ones_like(index));
            }
        }
    }
}
