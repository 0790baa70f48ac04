namespace GenoMed.Fhir.Guides.Tests;

/// <summary>Finds the repository's folders and the shared cohorts beside it.</summary>
internal static class RepositoryPaths
{
    public static string Root { get; } = FindRoot();

    public static string Guide(params string[] parts) => Path.Combine([Root, "ImplementationGuides", .. parts]);

    /// <summary>A file of the shared data, or a skipped test where it is not there.</summary>
    public static string SharedData(params string[] parts)
    {
        var path = Path.Combine([Root, "..", "shared", "data", .. parts]);
        Assert.SkipUnless(File.Exists(path), $"shared/data/{string.Join('/', parts)} is not beside the repository");
        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "GenoMed.Fhir.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
