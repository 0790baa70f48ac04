using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.EvaluateModel;
using GenoMed.Fhir.Operations.Datasets;

namespace GenoMed.Fhir.Operations.EvaluateModel;

/// <summary><c>$evaluate-model</c>: how well a model or a clinical score orders the patients of a dataset.</summary>
internal sealed class EvaluateModelOperation(DatasetRegistry datasets, JobLane lane, EvaluateModelJob job)
    : Operation<EvaluateModelInput, EvaluateModelOutput>(ContractCatalog.EvaluateModel)
{
    protected override async Task<EvaluateModelOutput> RunAsync(EvaluateModelInput input, OperationContext context)
    {
        var dataset = await datasets.GetAsync(input.Dataset, context.CancellationToken);
        return await lane.RunAsync(() => job.Run(input, dataset.Table), context.CancellationToken);
    }
}
