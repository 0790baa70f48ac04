using System.Text.RegularExpressions;
using GenoMed.Fhir.Operations.Contracts.ViewDefinitionExport;
using GenoMed.Fhir.Operations.Views;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Views;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ViewDefinitionExport;

/// <summary>Understands an export of views.</summary>
internal sealed partial class ViewDefinitionExportValidator(IResourceStore store, ViewResolver views)
{
    /// <exception cref="OperationProblem">No view, an invalid one, a name twice, a format or filter that is none.</exception>
    public async Task<ViewDefinitionExportRequest> ReadAsync(ViewDefinitionExportInput input, OperationContext context)
    {
        var format = RowFormat.Of(input.Format, []);
        if (format == "json")
        {
            throw ParameterProblem.Invalid("_format", "Files are split by size, which a JSON array does not allow; ask for ndjson or csv.");
        }

        var named = Views(input, context.Target).ToList();
        foreach (var (_, view) in named)
        {
            RequireReadable(view, context);
            RowFormat.Writer(format, view.Columns, withHeader: true);
        }

        var filter = await ViewFilter.ReadAsync(store, input.Patients, input.Groups, input.Since, input.Source, context.CancellationToken);
        return new ViewDefinitionExportRequest(Unique(named), filter, format, input.Header ?? true);
    }

    private IEnumerable<KeyValuePair<string, ViewDefinition>> Views(ViewDefinitionExportInput input, OperationTarget target)
    {
        IReadOnlyList<ExportedView> wanted = target.Id is null || input.Views.Count > 0 ? input.Views : [new ExportedView()];
        if (wanted.Count == 0)
        {
            throw ParameterProblem.Required("view", "Name at least one view.");
        }

        foreach (var one in wanted)
        {
            var view = views.Resolve(target, one.ViewResource, one.ViewReference, null);
            yield return KeyValuePair.Create(CheckName(one.Name ?? view.Name ?? view.Resource), view);
        }
    }

    private static List<KeyValuePair<string, ViewDefinition>> Unique(List<KeyValuePair<string, ViewDefinition>> named)
        => named.GroupBy(pair => pair.Key).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw ParameterProblem.Invalid("view", $"Two views have the name '{twice.Key}'; give one of them another.")
            : named;

    // It becomes the name of a file.
    private static string CheckName(string name) => Name().IsMatch(name)
        ? name
        : throw ParameterProblem.Invalid("view", $"'{name}' is no name of an output: letters, digits, '_' and '-', 64 at most.");

    private static void RequireReadable(ViewDefinition view, OperationContext context)
    {
        if (!context.MayRead(view.Resource))
        {
            throw OperationProblem.Forbidden($"Client '{context.ClientId}' may not read {view.Resource}.");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}\\z")]
    private static partial Regex Name();
}
