using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides;

/// <summary>A disease: one folder of <c>ImplementationGuides</c>.</summary>
/// <param name="Name">The folder's name, e.g. <c>mds</c>.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Dictionary">Its <c>data-dictionary.yaml</c>.</param>
public sealed record Guide(string Name, string Folder, DataDictionary Dictionary)
{
    /// <summary>Reads a guide.</summary>
    /// <param name="folder">A folder with a <c>data-dictionary.yaml</c>.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">The folder is not a valid guide.</exception>
    public static Guide Load(string folder)
    {
        var dictionary = DataDictionary.Load(Path.Combine(folder, "data-dictionary.yaml"));
        return new Guide(dictionary.Head.Guide, folder, dictionary);
    }
}
