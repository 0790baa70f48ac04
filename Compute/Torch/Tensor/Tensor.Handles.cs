namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Disposes a tensor that only the engine has ever seen (a saved value, something between two steps of a gradient
        /// rule); its handle is used again for a later tensor. What a caller may still hold must be disposed, not recycled.
        /// </summary>
        internal void Recycle()
        {
            Dispose(true);
            Handles.Return(this);
        }

        /// <summary>Handles without memory, kept per thread.</summary>
        private static class Handles
        {
            private const int Most = 4096;

            [ThreadStatic]
            private static Stack<Tensor>? _free;

            internal static Tensor Rent() => _free is { } free && free.TryPop(out var handle) ? handle : new Tensor();

            internal static void Return(Tensor handle)
            {
                var free = _free ??= new Stack<Tensor>();
                if (free.Count < Most)
                {
                    free.Push(handle);
                }
            }
        }
    }
}
