using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Fsh;

/// <summary>
/// The FSH of a disease, written from its dictionary: what the dictionary says once, profiles and value sets say again for
/// any FHIR tool. SUSHI compiles it (eng/compile-guides.sh).
/// </summary>
public static class GuideFsh
{
    /// <summary>The files, by their path within the guide's folder.</summary>
    public static IReadOnlyDictionary<string, string> Files(DataDictionary dictionary) => new Dictionary<string, string>
    {
        ["sushi-config.yaml"] = SushiConfig.Write(dictionary.Head),
        ["input/fsh/terms.fsh"] = TermsFsh.Write(dictionary),
        ["input/fsh/valuesets.fsh"] = ValueSetsFsh.Write(dictionary),
        ["input/fsh/profiles.fsh"] = ProfilesFsh.Write(dictionary),
        ["input/fsh/mcode.fsh"] = McodeFsh.Write(dictionary),
    };

    /// <summary>Writes the files.</summary>
    /// <param name="dictionary">The disease.</param>
    /// <param name="folder">The guide's folder.</param>
    public static void Write(DataDictionary dictionary, string folder)
    {
        foreach (var (path, text) in Files(dictionary))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
