namespace GenoMed.Fhir.Cli.Tests;

/// <summary>Runs commands of which it is known how they end.</summary>
internal static class GenomedRun
{
    /// <summary>Its output, where it did what was asked.</summary>
    public static async Task<string> DoneAsync(params string[] arguments)
    {
        var (exit, output, errors) = await Genomed.RunAsync(arguments);
        Assert.True(exit == 0, $"{string.Join(' ', arguments)}\n{output}{errors}");
        return output;
    }

    /// <summary>What it says, where it refused (exit code 1).</summary>
    public static async Task<string> RefusedAsync(params string[] arguments)
    {
        var (exit, output, errors) = await Genomed.RunAsync(arguments);
        Assert.True(exit == 1, $"{string.Join(' ', arguments)}\n{output}{errors}");
        return errors;
    }
}
