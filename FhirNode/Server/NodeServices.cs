using GenoMed.Fhir.Node.Audit;
using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.Node.Interactions.Bundles;
using GenoMed.Fhir.Node.Interactions.Patches;
using GenoMed.Fhir.Node.Interactions.Writes;
using GenoMed.Fhir.Node.Jobs;
using GenoMed.Fhir.Node.Logging;
using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Publication;
using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.Node.Validation;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node;

/// <summary>What a node is made of.</summary>
public static class NodeServices
{
    /// <summary>Registers the node. Options are checked here: a node that would be unsafe is not even built.</summary>
    /// <exception cref="OptionsValidationException">Each fault by name.</exception>
    public static IServiceCollection AddFhirNode(this IServiceCollection services, NodeOptions options)
    {
        var check = new NodeOptionsValidator().Validate(null, options);
        if (check.Failed)
        {
            throw new OptionsValidationException(nameof(NodeOptions), typeof(NodeOptions), check.Failures);
        }

        Directory.CreateDirectory(options.DataDirectory);
        Directory.CreateDirectory(options.Shared);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => StoreCatalog.Find(options.Store.Engine)!.Open(
            new StoreLocation(options.DataDirectory, options.Store.Connection)
            {
                BaseUrl = options.PublicUrl?.TrimEnd('/'),
                FullText = options.Store.FullText,
                Progress = new StoreProgress(provider.GetRequiredService<ILogger<StoreProgress>>()),
            },
            provider.GetRequiredService<TimeProvider>()));
        return services.AddHttp().AddIdentity().AddInteractions().AddJobs(options);
    }

    private static IServiceCollection AddHttp(this IServiceCollection services) => services
        .AddSingleton<NodeAddress>()
        .AddSingleton<FhirEndpoint>()
        .AddSingleton<AuditLog>();

    private static IServiceCollection AddIdentity(this IServiceCollection services) => services
        .AddSingleton<NodeKey>().AddSingleton<AssertionIds>().AddSingleton<AssertionValidator>().AddSingleton<TokenIssuer>()
        .AddSingleton<TokenVerifier>().AddSingleton<TokenEndpoint>().AddSingleton<SmartConfiguration>();

    private static IServiceCollection AddInteractions(this IServiceCollection services) => services
        .AddSingleton<Dispatcher>()
        .AddSingleton<Func<Dispatcher>>(provider => provider.GetRequiredService<Dispatcher>)
        .AddSingleton<ConditionalGate>()
        .AddSingleton<ConditionalSearch>()
        .AddSingleton<WritePlanner>()
        .AddSingleton<WriteValidation>()
        .AddSingleton<ReferenceValidation>()
        .AddSingleton<ReferrerSearch>()
        .AddSingleton<DeletionValidation>()
        .AddSingleton<ConditionalDelete>()
        .AddSingleton<TransactionPlanner>()
        .AddSingleton<TransactionReferences>()
        .AddSingleton<TransactionRunner>()
        .AddSingleton<BatchRunner>()
        .AddSingleton<IInteraction, CapabilitiesInteraction>()
        .AddSingleton<IInteraction, ReadInteraction>()
        .AddSingleton<IInteraction, VReadInteraction>()
        .AddSingleton<IInteraction, HistoryInteraction>()
        .AddSingleton<IInteraction, SearchInteraction>()
        .AddSingleton<IInteraction, WriteInteraction>()
        .AddSingleton<PatchPlanner>()
        .AddSingleton<IInteraction, PatchInteraction>()
        .AddSingleton<IInteraction, BundleInteraction>()
        .AddSingleton<IInteraction, OperationInteraction>()
        .AddSingleton<IInteraction, JobInteraction>();

    private static IServiceCollection AddJobs(this IServiceCollection services, NodeOptions options)
    {
        services.AddSingleton(new OperationsOptions
        {
            NodeName = options.Name,
            MinimumPatients = options.MinimumPatients,
            ConcurrentJobs = options.Limits.MaxConcurrentJobs,
        });
        services.AddOperations(publication: options.Publication is not null);
        services.AddSingleton<OperationTable>().AddSingleton<WiredDefinitions>().AddSingleton<OperationRunner>().AddSingleton<ReleaseGate>()
            .AddSingleton(options.Bulk).AddSingleton<ISearchParser, QuerySearchParser>().AddSingleton<WriteCheck>()
            .AddSingleton<JobBodies>().AddSingleton<JobWorkspaces>().AddSingleton<JobStore>().AddSingleton<JobTable>().AddSingleton<JobLoader>().AddSingleton<JobFailure>().AddSingleton<JobClaims>().AddSingleton<JobsElsewhere>().AddSingleton<JobScheduler>().AddSingleton<JobService>().AddSingleton<JobRunner>()
            .AddHostedService<JobRecovery>().AddHostedService<JobSweeper>();
        services.AddSingleton<IWriteCheck>(provider => options.Publication is null ? provider.GetRequiredService<WriteCheck>() : new PublicationCheck(provider.GetRequiredService<WriteCheck>()));
        if (options.Store.IsShared)
        {
            services.AddHostedService<JobFollower>();
        }

        return services.AddJobQuartz(options);
    }
}
