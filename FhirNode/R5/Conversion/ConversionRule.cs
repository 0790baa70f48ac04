using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion;

/// <summary>One change of R4 to R5.</summary>
/// <param name="Path">The R4 path of the objects that it changes, such as <c>Encounter.participant</c>; a resource type for the root.</param>
/// <param name="Apply">Changes one such object.</param>
internal sealed record ConversionRule(string Path, Action<JsonObject, ConversionReport> Apply)
{
    /// <summary>Changes every object at the path below a resource.</summary>
    public void Run(JsonObject resource, ConversionReport report) => Descend(resource, Path.Split('.'), 1, report);

    private void Descend(JsonObject owner, string[] names, int depth, ConversionReport report)
    {
        if (depth == names.Length)
        {
            Apply(owner, report);
            return;
        }

        foreach (var child in Nodes.Objects(owner[names[depth]]))
        {
            Descend(child, names, depth + 1, report);
        }
    }
}
