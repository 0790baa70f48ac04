namespace GenoMed.Fhir.Cli.Demo;

/// <summary>The folder of one split. Only a folder that a demo made is emptied for the next.</summary>
internal static class DemoFolder
{
    private const string Mark = ".genomed-demo";

    /// <exception cref="UsageException">Something else is there.</exception>
    public static void Renew(string path)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            if (!File.Exists(Path.Combine(path, Mark)))
            {
                throw new UsageException($"'{path}' is not empty and was not made by a demo; --out names another folder.");
            }

            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, Mark), "Made by 'genomed demo'; the next demo of this seed replaces it.\n");
    }
}
