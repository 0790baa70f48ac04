using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.Operations.Datasets;
using GenoMed.Fhir.Operations.EvaluateModel;
using GenoMed.Fhir.Operations.Views;
using GenoMed.Fhir.R5.Terminology;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace GenoMed.Fhir.Operations;

/// <summary>Wires the operations.</summary>
public static class OperationsServices
{
    /// <summary>
    /// Adds every <see cref="IOperation"/> of the catalogue. The host adds <c>IResourceStore</c>; it may add
    /// <see cref="OperationsOptions"/> and <see cref="GuideCatalog"/> of its own first.
    /// </summary>
    /// <param name="services">The host's.</param>
    /// <param name="publication">Only what a node in publication mode has.</param>
    public static IServiceCollection AddOperations(this IServiceCollection services, bool publication = false)
    {
        services.TryAddSingleton(new OperationsOptions());
        services.TryAddSingleton(new BulkOptions());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(GuideCatalog.Default);
        services.AddSingleton<ConformanceService>();
        services.AddSingleton<ITerminology, NodeTerminology>();
        services.AddSingleton<ViewCatalog>().AddSingleton<ViewResolver>();
        services.AddSingleton<DatasetRegistry>();
        services.AddSingleton<JobLane>();
        services.AddSingleton<EvaluateModelJob>();
        foreach (var operation in publication ? OperationCatalog.Publication : OperationCatalog.All)
        {
            services.AddSingleton(typeof(IOperation), operation);
        }

        return services;
    }
}
