namespace GenoMed.Fhir.R5.Tests;

/// <summary>Finds the official suites beside the repository and keeps the counts of their results.</summary>
internal static class Suites
{
    public static string Root { get; } = FindRoot();

    /// <summary>A folder under ../shared/suites; the test is skipped when it is not there.</summary>
    public static string Folder(string name)
    {
        var folder = Path.Combine(Root, "..", "shared", "suites", name);
        Assert.SkipUnless(Directory.Exists(folder), $"The suite {name} is not at ../shared/suites.");
        return folder;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GenoMed.Fhir.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("GenoMed.Fhir.slnx is in no folder above the tests.");
    }
}
