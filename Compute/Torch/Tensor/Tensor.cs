namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A strided view of numbers on the tape. Views (reshape, transpose, slices) share memory with their base.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private long[] _shape = [];
        private long[]? _strides;
        private Storage? _storage;
        private int _offset;
        private ScalarType _dtype;

        private Tensor()
        {
        }

        /// <summary>Takes over another tensor's memory; that one can no longer be used.</summary>
        private protected Tensor(Tensor moved)
        {
            Become(moved.Storage.Share(), moved.dtype, moved._shape, moved._strides, moved._offset);
            DisposeScope.Own(moved.OwningScope, this);
            moved.Dispose();
        }

        public ScalarType dtype => _dtype;

        public Device device => CPU;

        public DeviceType device_type => DeviceType.CPU;

        /// <summary>The sizes of the dimensions.</summary>
        public long[] shape => (long[])_shape.Clone();

        public long Dimensions => _shape.Length;

        public long ndim => _shape.Length;

        public long NumberOfElements => Shapes.Count(_shape);

        /// <summary>Bytes of one element.</summary>
        public long ElementSize => dtype.ElementSize();

        public bool IsInvalid => _storage is null;

        internal DisposeScope? OwningScope { get; set; }

        internal Storage Storage => _storage ?? throw new ObjectDisposedException(nameof(Tensor), "The tensor has been disposed; move it out of the dispose scope that made it.");

        internal long[] Sizes => _shape;

        internal long Offset => _offset;

        internal bool IsContiguous => _strides is null || Shapes.IsContiguous(_shape, _strides);

        // Those of a new tensor follow from its shape and are hardly ever asked for.
        internal long[] Strides => _strides ??= Shapes.Contiguous(_shape);

        public long dim() => _shape.Length;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public long[] size() => shape;

        public long size(int dim) => _shape[Shapes.Dim(dim, _shape.Length)];

        public long[] stride() => (long[])Strides.Clone();

        public long stride(int dim) => Strides[Shapes.Dim(dim, _shape.Length)];

        public bool is_contiguous() => IsContiguous;

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningScope = null;
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            DisposeScope.Own(other, this);
            return this;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        public override string ToString() => $"{Shapes.Text(_shape)}, type = {dtype}, device = cpu";

        protected virtual void Dispose(bool disposing)
        {
            OwningScope = null;
            Interlocked.Exchange(ref _storage, null)?.Release();
            DropMeta();
        }

        /// <summary>A new tensor whose memory is not cleared.</summary>
        internal static Tensor Allocate(ReadOnlySpan<long> shape, ScalarType dtype) => Allocate(Shapes.Of(shape), dtype);

        /// <summary>A new tensor whose memory is not cleared; it keeps the array of its shape.</summary>
        internal static Tensor Allocate(long[] shape, ScalarType dtype) =>
            Owned(BufferPool.Rent(checked(Shapes.Count(shape) * dtype.ElementSize())), dtype, shape, null, 0);

        /// <summary>The same memory read by another shape.</summary>
        internal Tensor View(long[] shape, long[]? strides, long offset) => Owned(Storage.Share(), dtype, shape, strides, offset);

        /// <summary>The elements in order; the tensor must be contiguous.</summary>
        internal Span<T> Span<T>()
            where T : unmanaged => Storage.Span<T>().Slice(_offset, (int)NumberOfElements);

        /// <summary>
        /// A second handle on the same value, at the same place on the tape, that no scope disposes. One that does not hold
        /// its place is for the node that computed it, which would otherwise keep itself.
        /// </summary>
        internal Tensor Alias(bool holds = true)
        {
            var alias = Handles.Rent().Become(Storage.Share(), dtype, _shape, _strides, _offset);
            if (holds)
            {
                alias.Meta = _meta;
            }
            else
            {
                alias._meta = _meta;
            }

            return alias;
        }

        /// <summary>All of the memory from this tensor's first element on, to be read by its strides.</summary>
        internal Span<T> Strided<T>()
            where T : unmanaged => Storage.Span<T>()[_offset..];

        private static Tensor Owned(Storage storage, ScalarType dtype, long[] shape, long[]? strides, long offset)
        {
            var tensor = Handles.Rent().Become(storage, dtype, shape, strides, offset);
            if (DisposeScopeManager.Current is { } scope)
            {
                DisposeScope.Own(scope, tensor);
            }

            return tensor;
        }

        private Tensor Become(Storage storage, ScalarType dtype, long[] shape, long[]? strides, long offset)
        {
            (_storage, _dtype, _shape, _strides, _offset) = (storage, dtype, shape, strides, (int)offset);
            return this;
        }
    }
}
