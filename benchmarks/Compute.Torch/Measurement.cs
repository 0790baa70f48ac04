using System.Diagnostics;

namespace GenoMed.Fhir.Compute.Torch.Benchmarks;

/// <summary>
/// What a step costs by the wall clock: many short windows, so that other load on the machine shows in the median and
/// not in the best.
/// </summary>
/// <param name="Best">Microseconds a step in the fastest window.</param>
/// <param name="Median">Microseconds a step in the median window.</param>
/// <param name="Processor">Microseconds of processor time a step, mean of all windows.</param>
/// <param name="BytesPerStep">Managed memory allocated in a step.</param>
/// <param name="Operations">
/// Operations with a gradient rule that a step runs, forward and backward. Those without one (draws, comparisons, new
/// tensors, the fused slopes of activations, the optimizer's updates) are left out, so that a byte an operation is never flattered.
/// </param>
/// <param name="Gen2">Gen-2 collections after warm-up.</param>
/// <param name="NewBuffers">Tensor buffers allocated after warm-up.</param>
internal sealed record Measurement(double Best, double Median, double Processor, long BytesPerStep, long Operations, int Gen2, long NewBuffers)
{
    private const double WindowSeconds = 0.002;
    private const double Seconds = 2.5;

    // Gen-2 collections are counted over at least so many steps of the small networks.
    private const int CollectionSteps = 10_000;
    private const double WarmupSeconds = 2.5;

    // The runtime compiles a method anew when it has been called often.
    private const int WarmupSteps = 60;

    internal static Measurement Of(Action step)
    {
        var steps = (int)Math.Ceiling(WindowSeconds / Run(step, 1, WarmupSeconds, WarmupSteps).Min());
        var (gen2, buffers) = (GC.CollectionCount(2), TorchSharp.BufferPool.Allocated);
        var processor = Environment.CpuUsage.TotalTime;
        var windows = Run(step, steps, Seconds, 5).Order().ToArray();
        processor = Environment.CpuUsage.TotalTime - processor;
        Time(step, windows[0] * CollectionSteps < Seconds ? CollectionSteps : 1);
        (gen2, buffers) = (GC.CollectionCount(2) - gen2, TorchSharp.BufferPool.Allocated - buffers);
        return new Measurement(windows[0] * 1e6, windows[windows.Length / 2] * 1e6, processor.TotalMicroseconds / (windows.Length * steps), PerStep(step, steps, GC.GetAllocatedBytesForCurrentThread), PerStep(step, steps, () => TorchSharp.Autograd.Tape.Operations), gen2, buffers);
    }

    /// <summary>Seconds a step, window by window.</summary>
    private static List<double> Run(Action step, int steps, double seconds, int least)
    {
        var windows = new List<double>();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < seconds || windows.Count < least;)
        {
            windows.Add(Time(step, steps));
        }

        return windows;
    }

    private static double Time(Action step, int steps)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < steps; i++)
        {
            step();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / steps;
    }

    private static long PerStep(Action step, int steps, Func<long> count)
    {
        var before = count();
        Time(step, steps);
        return (count() - before) / steps;
    }
}
