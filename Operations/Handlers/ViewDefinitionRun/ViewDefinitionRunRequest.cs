using GenoMed.Fhir.Operations.Views;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.ViewDefinitionRun;

/// <summary>A run, understood.</summary>
/// <param name="Runner">The view.</param>
/// <param name="Writer">The format.</param>
/// <param name="Filter">Over which resources.</param>
/// <param name="Limit">The most rows; null for all.</param>
/// <param name="Given">The resources of the request; null for those of the node.</param>
internal sealed record ViewDefinitionRunRequest(ViewRunner Runner, IRowWriter Writer, ViewFilter Filter, int? Limit, IReadOnlyList<Resource>? Given)
{
    private string Type => Runner.View.Resource;

    /// <summary>The table over these resources.</summary>
    public ViewTable Table => new(Runner, Writer, resource => Given is not null || Filter.Contains(resource, Type));
}
