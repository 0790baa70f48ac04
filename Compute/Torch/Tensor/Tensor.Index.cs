using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Reading and writing between brackets.</summary>
    public partial class Tensor
    {
        /// <summary>
        /// Positions, slices, new dimensions, and tensors of positions or bools; several of those side by side are taken
        /// together, element by element. Without tensors the result is a view.
        /// </summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var free = _shape.Length - indices.Sum(Takes);
            var (result, dim, seen) = (this, 0, false);
            for (var i = 0; i < indices.Length; i++)
            {
                if (indices[i].What != TensorIndex.Kind.Tensor)
                {
                    (result, dim) = Apply(result, indices[i], dim, free);
                    continue;
                }

                Tensor[] together = [.. indices.Skip(i).TakeWhile(next => next.What == TensorIndex.Kind.Tensor).SelectMany(next => Columns(next.Positions!))];
                i += indices.Skip(i).TakeWhile(next => next.What == TensorIndex.Kind.Tensor).Count() - 1;
                (result, dim) = seen ? throw new NotSupportedException("index: expected tensors of positions side by side.") : Together(result, together, dim);
                seen = true;
            }

            return result == (object)this ? Tape.Record(GradientRules.Reshape, View(_shape, Strides, _offset), this) : result;
        }

        /// <summary>Writes over what the indices select; of repeated positions the last counts.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, accumulate: false);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices) => index_put_(torch.full([], value, dtype), indices);

        /// <summary>Writes over, or adds to, what the indices select.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            var isRecorded = GradMode.IsEnabled && (Meta is not null || value.Meta is not null);
            if (!isRecorded && !accumulate && indices.All(i => i.What != TensorIndex.Kind.Tensor))
            {
                using var mode = no_grad();
                index(indices).copy_(value);
                return this;
            }

            return Overwrite(() =>
            {
                var places = torch.arange(NumberOfElements).reshape(_shape).index(indices);
                var values = value.to_type(dtype).expand(places._shape).flatten();
                var (flat, at) = (flatten(), places.flatten());
                return (accumulate ? flat.scatter_add(0, at, values) : flat.scatter(0, at, values)).reshape(_shape);
            });
        }

        private static int Takes(TensorIndex index) => index.What switch
        {
            TensorIndex.Kind.New or TensorIndex.Kind.Ellipsis => 0,
            TensorIndex.Kind.Tensor when index.Positions!.dtype == ScalarType.Bool => index.Positions._shape.Length,
            _ => 1,
        };

        private static (Tensor Result, int Dim) Apply(Tensor x, TensorIndex i, int dim, int free) => i.What switch
        {
            TensorIndex.Kind.Single => (x.select(dim, i.Start!.Value), dim),
            TensorIndex.Kind.Slice => (x.slice(dim, i.Start ?? 0, i.Stop ?? long.MaxValue, i.Step ?? 1), dim + 1),
            TensorIndex.Kind.New => (x.unsqueeze(dim), dim + 1),
            _ => (x, dim + free),
        };

        /// <summary>A mask as the positions of its dimensions.</summary>
        private static IEnumerable<Tensor> Columns(Tensor index) => index.dtype == ScalarType.Bool ? index.nonzero().unbind(1) : [index];

        /// <summary>The dimensions from <paramref name="dim"/> on read as one, and positions in that.</summary>
        private static (Tensor Result, int Dim) Together(Tensor x, Tensor[] positions, int dim)
        {
            var (flat, side) = (torch.zeros([], int64), 1L);
            for (var i = positions.Length - 1; i >= 0; i--)
            {
                var size = x._shape[dim + i];
                flat += tensor(Positions(positions[i], size), positions[i]._shape) * side;
                side *= size;
            }

            var chosen = x.reshape([.. x._shape[..dim], side, .. x._shape[(dim + positions.Length)..]]).index_select(dim, flat.flatten());
            return (chosen.reshape([.. x._shape[..dim], .. flat._shape, .. x._shape[(dim + positions.Length)..]]), dim + flat._shape.Length);
        }
    }
}
