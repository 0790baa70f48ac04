namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>The pause that a node asks for.</summary>
internal static class RetryAfter
{
    /// <summary>The header's pause, at most <paramref name="longest"/>; null where there is no header.</summary>
    public static TimeSpan? Of(HttpResponseMessage? response, TimeProvider time, TimeSpan longest)
    {
        var header = response?.Headers.RetryAfter;
        var pause = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return pause is null ? null : TimeSpan.FromTicks(Math.Clamp(pause.Value.Ticks, 0, longest.Ticks));
    }
}
