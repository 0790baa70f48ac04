using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static class utils
        {
            /// <summary>Scales all gradients together so that their common norm is at most <paramref name="max_norm"/>.</summary>
            /// <returns>The norm before scaling.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                Tensor[] gradients = [.. tensors.Where(tensor => tensor.grad is not null).Select(tensor => tensor.grad!)];
                var norm = Total(gradients, norm_type);
                var factor = Math.Min(1, max_norm / (norm + 1e-6));
                foreach (var gradient in gradients)
                {
                    gradient.mul_(factor);
                }

                return norm;
            }

            /// <summary>Limits every value of the gradients to [−clip_value, clip_value].</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var mode = no_grad();
                foreach (var tensor in tensors)
                {
                    tensor.grad?.clamp_(-clip_value, clip_value);
                }
            }

            private static double Total(Tensor[] gradients, double type)
            {
                if (double.IsPositiveInfinity(type))
                {
                    return gradients.Select(g => g.abs().max().ToDouble()).DefaultIfEmpty().Max();
                }

                var norms = gradients.Select(g => g.norm((float)type).ToDouble());
                return Math.Pow(norms.Sum(norm => Math.Pow(norm, type)), 1 / type);
            }
        }
    }
}
