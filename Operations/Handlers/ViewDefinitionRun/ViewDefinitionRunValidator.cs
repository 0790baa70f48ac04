using GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;
using GenoMed.Fhir.Operations.Views;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ViewDefinitionRun;

/// <summary>Understands a run.</summary>
internal sealed class ViewDefinitionRunValidator(IResourceStore store, ViewResolver views)
{
    /// <exception cref="R5.Outcomes.OperationProblem">No view or several, an invalid one, a format or filter that is none.</exception>
    public async Task<ViewDefinitionRunRequest> ReadAsync(ViewDefinitionRunInput input, OperationContext context)
    {
        var view = views.Resolve(context.Target, input.ViewResource, input.ViewReference, input.ViewCanonical);
        var format = RowFormat.Of(input.Format, context.Accept);
        var filter = await ViewFilter.ReadAsync(store, input.Patients, input.Groups, input.Since, input.Source, context.CancellationToken);
        return new ViewDefinitionRunRequest(
            new ViewRunner(view),
            RowFormat.Writer(format, view.Columns, input.Header ?? true),
            filter,
            input.Limit,
            input.Resources.Count > 0 ? [.. input.Resources.SelectMany(Unwrapped)] : null);
    }

    // A Bundle stands for its entries, one level deep.
    private static IEnumerable<Resource> Unwrapped(Resource resource) => resource.ResourceType == "Bundle"
        ? resource.Element.Items("entry").Select(entry => entry.Nested("resource")).OfType<Resource>()
        : [resource];
}
