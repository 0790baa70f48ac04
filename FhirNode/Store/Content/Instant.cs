using System.Globalization;

namespace GenoMed.Fhir.Store.Content;

/// <summary>Commit times: UTC, whole milliseconds, so that what the store keeps and what meta.lastUpdated says are the same.</summary>
internal static class Instant
{
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
