using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Operations.Datasets;
using GenoMed.Fhir.Operations.EvaluateModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GenoMed.Fhir.Operations;

/// <summary>Wires the operations.</summary>
public static class OperationsServices
{
    /// <summary>
    /// Adds every <see cref="IOperation"/> of the catalogue. The host adds <c>IResourceStore</c>; it may add
    /// <see cref="OperationsOptions"/> and <see cref="GuideCatalog"/> of its own first.
    /// </summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.TryAddSingleton(new OperationsOptions());
        services.TryAddSingleton(new BulkOptions());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(GuideCatalog.Default);
        services.AddSingleton<DatasetRegistry>();
        services.AddSingleton<JobLane>();
        services.AddSingleton<EvaluateModelJob>();
        foreach (var operation in OperationCatalog.All)
        {
            services.AddSingleton(typeof(IOperation), operation);
        }

        return services;
    }
}
