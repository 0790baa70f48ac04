using System.Diagnostics;

namespace GenoMed.Fhir.Compute.Torch.Benchmarks;

/// <summary>What a step costs: the best of several repeats by the wall clock, so that other load counts less.</summary>
/// <param name="Microseconds">A step.</param>
/// <param name="BytesPerStep">Managed memory allocated in a step.</param>
/// <param name="Gen2">Gen-2 collections while all repeats ran.</param>
/// <param name="NewBuffers">Tensor buffers allocated after warm-up, of all repeats.</param>
internal sealed record Measurement(double Microseconds, long BytesPerStep, int Gen2, long NewBuffers)
{
    private const int Repeats = 9;
    private const double RepeatSeconds = 0.25;
    private const double WarmupSeconds = 1.5;

    internal static Measurement Of(Action step)
    {
        var steps = Math.Max(4, (int)(RepeatSeconds / WarmUp(step)));
        var (gen2, buffers) = (GC.CollectionCount(2), TorchSharp.BufferPool.Allocated);
        var best = Enumerable.Range(0, Repeats).Min(_ => Time(step, steps));
        (gen2, buffers) = (GC.CollectionCount(2) - gen2, TorchSharp.BufferPool.Allocated - buffers);
        return new Measurement(best * 1e6, Allocated(step, steps), gen2, buffers);
    }

    private static double WarmUp(Action step)
    {
        var last = 1.0;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < WarmupSeconds;)
        {
            last = Time(step, 20);
        }

        return last;
    }

    /// <summary>Seconds a step.</summary>
    private static double Time(Action step, int steps)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < steps; i++)
        {
            step();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / steps;
    }

    private static long Allocated(Action step, int steps)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Time(step, steps);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / steps;
    }
}
