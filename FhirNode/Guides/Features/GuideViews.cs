using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>
/// The ViewDefinitions that flatten resources for extraction: the general ones of <c>ImplementationGuides/_views</c>,
/// each replaced by one of the same name in the guide's own <c>views</c> folder.
/// </summary>
public sealed class GuideViews(Guide guide)
{
    /// <summary>Reads a view.</summary>
    /// <param name="name">Its file's name without extension, e.g. <c>observation</c>.</param>
    /// <exception cref="OperationProblem">There is none, or it is no valid ViewDefinition.</exception>
    public ViewDefinition Find(string name)
    {
        var file = Folders().Select(folder => Path.Combine(folder, $"{name}.json")).FirstOrDefault(File.Exists)
            ?? throw OperationProblem.NotFound($"Guide '{guide.Name}' has no view '{name}' in {string.Join(" or ", Folders())}.");
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return ViewDefinition.Parse(document.RootElement.Clone());
    }

    private string[] Folders() => [Path.Combine(guide.Folder, "views"), Path.Combine(guide.Folder, "..", "_views")];
}
