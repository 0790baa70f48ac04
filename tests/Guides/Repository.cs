namespace GenoMed.Fhir.Guides.Tests;

/// <summary>Where the tests find what lies outside the build: the repository and the shared data beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A file of the shared data; the calling test is skipped where it is not there.</summary>
    public static string Shared(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        Assert.SkipUnless(File.Exists(full), $"../shared/{path} is not there");
        return full;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GenoMed.Fhir.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No GenoMed.Fhir.slnx above the test's folder.");
    }
}
