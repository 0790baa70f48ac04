using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.Views;

/// <summary>
/// Finds the view that a request means. ViewDefinition is no type of R5 and cannot be stored: a view is given whole, or it
/// is one of those installed with the guides, by <c>ViewDefinition/id</c> or by its canonical URL.
/// </summary>
internal sealed class ViewResolver(ViewCatalog catalog)
{
    private const string Type = "ViewDefinition";

    /// <summary>Resolves exactly one of the ways.</summary>
    /// <param name="target">What the operation is called on; an id names the view, and then nothing else may.</param>
    /// <param name="given">The view itself.</param>
    /// <param name="reference">A reference or canonical URL.</param>
    /// <param name="canonical">A canonical URL.</param>
    /// <exception cref="OperationProblem">Invalid: none or several ways, or no valid view. NotFound: nothing has that name.</exception>
    public ViewDefinition Resolve(OperationTarget target, Resource? given, string? reference, string? canonical)
    {
        var named = (string?[])[target.Id, reference, canonical];
        if (named.Count(name => name is not null) + (given is null ? 0 : 1) != 1)
        {
            throw ParameterProblem.Required("viewResource", target.Id is null
                ? "Give one of viewResource, viewReference and viewCanonical."
                : "The view is that of the URL; give none by parameter.");
        }

        var view = given ?? Installed(target.Id ?? reference ?? canonical!);
        return view.ResourceType == Type
            ? ViewDefinition.Parse(view.Element)
            : throw ParameterProblem.Invalid("viewResource", $"Expected a ViewDefinition, got {view.ResourceType}.");
    }

    private Resource Installed(string name)
    {
        var id = name.StartsWith(Type + "/", StringComparison.Ordinal) ? name[(Type.Length + 1)..] : name;
        return catalog.ById(id) ?? catalog.ByUrl(name)
            ?? throw ParameterProblem.NotFound("viewReference", $"There is no view '{name}' here; there are: {string.Join(", ", catalog.Ids.Select(known => $"{Type}/{known}"))}, and those given as viewResource.");
    }
}
