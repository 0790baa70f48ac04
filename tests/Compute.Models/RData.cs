using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace GenoMed.Fhir.Compute.Models.Tests;

/// <summary>Tables of R's packages, as the golden script prints them; a test that needs one is skipped where R or the package is not installed.</summary>
internal static class RData
{
    private static readonly ConcurrentDictionary<string, Lazy<string?>> Printed = new();

    /// <summary>The columns of a table, in its order.</summary>
    public static IReadOnlyDictionary<string, double[]> Read(string name)
    {
        var text = Printed.GetOrAdd(name, key => new Lazy<string?>(() => Print(key))).Value;
        Assert.SkipWhen(text is null, $"Rscript with survival and KMsurv is not installed (Debian: r-cran-survival r-cran-kmsurv): no {name}");
        return GoldenFile.Parse([$"[{name}]", .. text!.Split('\n')])[name];
    }

    private static string? Print(string name)
    {
        var start = new ProcessStartInfo("Rscript") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Goldens", "survival.R"));
        start.ArgumentList.Add("rows");
        start.ArgumentList.Add(name);
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? text : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
