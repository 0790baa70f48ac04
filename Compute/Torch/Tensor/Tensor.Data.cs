using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The raw bytes of a contiguous tensor, for reading and writing.</summary>
        public Span<byte> bytes
        {
            get
            {
                RequireContiguous("bytes");
                return Storage.Span<byte>().Slice((int)(_offset * ElementSize), (int)(NumberOfElements * ElementSize));
            }
        }

        /// <summary>Typed access to the elements, in order.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the tensor's element type.</exception>
        public Utils.TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            RequireType<T>();
            return new Utils.TensorAccessor<T>(this);
        }

        /// <summary>The value of a tensor of one element.</summary>
        public T item<T>()
            where T : unmanaged
        {
            RequireType<T>();
            return NumberOfElements == 1 ? Storage.Span<T>()[(int)_offset]
                : throw new ArgumentException($"item: expected one element, got {Shapes.Text(_shape)}");
        }

        /// <summary>The value of a tensor of one element, as a scalar of its type.</summary>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Int32 => item<int>(),
            _ => item<bool>(),
        };

        /// <summary>This tensor if its elements lie in order, otherwise a copy in order.</summary>
        internal Tensor Ordered() => IsContiguous ? this : Kernels.Copy.ToNew(this);

        private void RequireContiguous(string what)
        {
            if (!IsContiguous)
            {
                throw new InvalidOperationException($"{what}: expected a contiguous tensor, got {Shapes.Text(_shape)} with strides {Shapes.Text(Strides)}; call contiguous() first.");
            }
        }

        private void RequireType<T>()
            where T : unmanaged
        {
            if (ScalarTypes.Of<T>() != dtype)
            {
                throw new ArgumentException($"expected elements of {dtype}, got {typeof(T).Name}");
            }
        }
    }
}
