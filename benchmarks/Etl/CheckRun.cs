using System.Diagnostics;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Etl.Benchmarks;

/// <summary>The checking pass over a file too large to keep: it repeats a cohort under new identifiers while it is read.</summary>
internal static class CheckRun
{
    public static async Task RunAsync(Guide guide, int rows, TimeProvider time)
    {
        var cohort = guide.Cohorts(1).Generate(1000);
        var file = Path.GetTempFileName();
        try
        {
            await WriteAsync(file, cohort.Header, cohort.Rows, rows);
            var started = time.GetTimestamp();
            var report = await new EtlChecker(guide.Dictionary, new EtlOptions()).CheckAsync(EtlSource.File(file), null, CancellationToken.None);
            var seconds = time.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine(FormattableString.Invariant($"check     {report.GoodRows} rows, {new FileInfo(file).Length >> 20} MiB: {seconds:0.0} s, {report.GoodRows / seconds:0} rows/s, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task WriteAsync(string file, IReadOnlyList<string> header, IReadOnlyList<string[]> cohort, int rows)
    {
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync(string.Join(',', header));
        for (var i = 0; i < rows; i++)
        {
            await writer.WriteLineAsync($"R{i},{string.Join(',', cohort[i % cohort.Count].Skip(1))}");
        }
    }
}
