namespace GenoMed.Fhir.Compute.Models.Tests;

/// <summary>The cohorts beside the repository; a test that needs one is skipped where it is not there.</summary>
internal static class SharedData
{
    public static string PathOf(string file)
    {
        var path = Path.Combine(Root().FullName, "..", "shared", "data", file);
        Assert.SkipUnless(File.Exists(path), $"../shared/data/{file} is not there");
        return path;
    }

    /// <summary>The rows of a comma-separated table without quotes, by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        var lines = File.ReadAllLines(PathOf(file));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static DirectoryInfo Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GenoMed.Fhir.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("GenoMed.Fhir.slnx is in no folder above the tests.");
        }

        return folder;
    }
}
