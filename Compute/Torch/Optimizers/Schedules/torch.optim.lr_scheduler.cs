using TorchSharp.Optimizers;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Learning-rate schedules, PyTorch's by name. lr₀ is the rate that the optimizer was made with, e the epoch.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>lr₀ · lr_lambda(e).</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1) =>
                new ClosedForm(optimizer, (lr, epoch) => lr * lr_lambda(epoch), last_epoch);

            /// <summary>lr₀ · gamma^⌊e / step_size⌋.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(step_size, 1);
                return new ClosedForm(optimizer, (lr, epoch) => lr * Math.Pow(gamma, epoch / step_size), last_epoch);
            }

            /// <summary>lr₀ · gamma to the number of milestones reached.</summary>
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1) =>
                new ClosedForm(optimizer, (lr, epoch) => lr * Math.Pow(gamma, milestones.Count(at => at <= epoch)), last_epoch);

            /// <summary>lr₀ · gamma^e.</summary>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1) =>
                new ClosedForm(optimizer, (lr, epoch) => lr * Math.Pow(gamma, epoch), last_epoch);

            /// <summary>lr₀ times a factor that goes from start_factor to end_factor over total_iters epochs.</summary>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(total_iters, 1);
                return new ClosedForm(optimizer, (lr, epoch) => lr * (start_factor + ((end_factor - start_factor) * Math.Min(epoch, total_iters) / total_iters)), last_epoch);
            }

            /// <summary>Half a cosine from lr₀ to eta_min in T_max epochs, and back (Loshchilov and Hutter 2017, without restarts).</summary>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1) =>
                new ClosedForm(optimizer, (lr, epoch) => eta_min + ((lr - eta_min) * (1 + Math.Cos(Math.PI * epoch / T_max)) / 2), last_epoch);

            /// <summary>Times factor when the metric given to step has not improved for more than patience epochs.</summary>
            /// <param name="optimizer">Whose rate changes.</param>
            /// <param name="mode">"min" or "max".</param>
            /// <param name="factor">Below 1.</param>
            /// <param name="patience">Epochs.</param>
            /// <param name="threshold">By how much a value must be better.</param>
            /// <param name="threshold_mode">"rel" (a share of the best) or "abs".</param>
            /// <param name="cooldown">Epochs after a change that do not count.</param>
            /// <param name="min_lr">The lowest rate; one number, or none for 0.</param>
            /// <param name="eps">Smaller changes are not made.</param>
            public static LRScheduler ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8)
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(factor, 1.0);
                return new Plateau(optimizer, new PlateauRule(
                    Is(mode, "min", "max"), factor, patience, threshold, Is(threshold_mode, "rel", "abs"), cooldown, min_lr?.SingleOrDefault() ?? 0, eps));
            }

            private static bool Is(string value, string first, string second) => value == first
                || (value == second ? false : throw new ArgumentException($"expected '{first}' or '{second}', got '{value}'"));
        }
    }
}
