using System.Text.Json;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>What the Library of a released set refers to.</summary>
/// <param name="Id">Its logical id.</param>
/// <param name="Sha256">SHA-256 of the CSV.</param>
/// <param name="Group">Logical id of the Group.</param>
/// <param name="Released">The instant for which the node found the patients to be as they were generated.</param>
/// <param name="References">The other resources that it names: the generator, the report, the Binaries.</param>
internal sealed record SetParts(string Id, string Sha256, string Group, DateTimeOffset Released, IReadOnlyList<string> References)
{
    /// <exception cref="OperationProblem">Unprocessable: no synthetic set, or not released.</exception>
    public static SetParts Of(Resource library)
    {
        var element = library.Element;
        var sha256 = element.Items("identifier").Where(one => one.Text("system") == SyntheticDescription.IdentifierSystem).Select(one => one.Text("value")).FirstOrDefault();
        string[] related = [.. element.Items("relatedArtifact").Select(one => one.Child("resourceReference")?.Text("reference")).OfType<string>()];
        if (!Synthetic.IsLabelled(library) || sha256 is null || related.FirstOrDefault(reference => reference.StartsWith("Group/", StringComparison.Ordinal)) is not { } group)
        {
            throw OperationProblem.Unprocessable($"Library/{library.Id} is no synthetic data set.");
        }

        if (element.Text("status") != "active")
        {
            throw OperationProblem.Unprocessable($"Library/{library.Id} is {element.Text("status")}: it is published when it is released (Library/{library.Id}/$release).");
        }

        return new SetParts(library.Id!, sha256, group["Group/".Length..], FhirInstant.Parse(element.Text("date") ?? string.Empty), [
            .. related.Where(reference => reference != group),
            .. element.Items("content").Select(content => content.Text("url")).OfType<string>(),
        ]);
    }

    public int PatientsOf(Resource group) => group.Element.TryGetProperty("member", out var members) && members.ValueKind == JsonValueKind.Array ? members.GetArrayLength() : 0;
}
