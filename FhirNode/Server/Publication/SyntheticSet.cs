using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Publication;

/// <summary>
/// Libraries that are synthetic data sets: those with the identifier by which a set is released and published, whatever else they say, and those
/// that are labelled as one.
/// </summary>
internal static class SyntheticSet
{
    public static bool IsSet(Resource resource) => resource.ResourceType == "Library" && (IsIdentified(resource) || IsLabelled(resource));

    private static bool IsIdentified(Resource library) => library.Element.Items("identifier").Any(identifier => identifier.Text("system") == SyntheticDescription.IdentifierSystem);

    private static bool IsLabelled(Resource library)
        => Synthetic.Is(library) && (library.Element.Child("type")?.Items("coding") ?? []).Any(coding => coding.Text("code") == "asset-collection");

    /// <summary>Where sets are made, <c>$release</c> alone makes one active: no write goes around its gates.</summary>
    /// <exception cref="OperationProblem">Forbidden.</exception>
    public static void RefuseActive(Resource resource)
    {
        if (IsSet(resource) && resource.Element.Text("status") == "active")
        {
            throw OperationProblem.Forbidden("A synthetic data set becomes active by Library/[id]/$release, which asks for its SAFE report, and not by a write; a released one is not changed.");
        }
    }
}
