namespace GenoMed.Fhir.Architecture.Tests;

/// <summary>The repository's files, build output left out.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    public static IEnumerable<string> Files(string pattern)
        => Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj" or "node_modules" or ".git"));

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
