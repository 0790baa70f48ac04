using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.TrainRound;
using GenoMed.Fhir.Operations.Datasets;

namespace GenoMed.Fhir.Operations.TrainRound;

/// <summary><c>$train-round</c>: one round of a federated training on a dataset of this node.</summary>
internal sealed class TrainRoundOperation(DatasetRegistry datasets, JobLane lane, OperationsOptions options)
    : Operation<TrainRoundInput, TrainRoundOutput>(ContractCatalog.TrainRound)
{
    protected override async Task<TrainRoundOutput> RunAsync(TrainRoundInput input, OperationContext context)
    {
        var table = (await datasets.GetAsync(input.Dataset, context.CancellationToken)).Table;
        return await lane.RunAsync(
            () =>
            {
                var plan = TrainRoundValidator.Validate(input, table, options.MinimumPatients);
                return TrainRoundJob.Run(input, plan, table, options, context);
            },
            context.CancellationToken);
    }
}
