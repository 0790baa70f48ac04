namespace TorchSharp;

public static partial class torch
{
    /// <summary>One place between the brackets: a position, a slice, a new dimension or a tensor of positions.</summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            Slice,
            Single,
            New,
            Ellipsis,
            Tensor,
        }

        /// <summary>All that is not indexed by the others.</summary>
        public static TensorIndex Ellipsis => new() { What = Kind.Ellipsis };

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None => new() { What = Kind.New };

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon => Slice();

        internal Kind What { get; private init; }

        internal long? Start { get; private init; }

        internal long? Stop { get; private init; }

        internal long? Step { get; private init; }

        internal Tensor? Positions { get; private init; }

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { What = Kind.Slice, Start = start, Stop = stop, Step = step };

        public static TensorIndex Single(long? index) => new() { What = Kind.Single, Start = index };

        public static TensorIndex Tensor(Tensor tensor) => new() { What = Kind.Tensor, Positions = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Range range) => Slice(
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -range.End.Value);

        public static implicit operator TensorIndex(Tensor tensor) => Tensor(tensor);
    }
}
