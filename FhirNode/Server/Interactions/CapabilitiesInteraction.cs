using System.Reflection;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Publication;
using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.Node.Search.Includes;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Patching;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>GET [base]/metadata: made once, from what is wired.</summary>
internal sealed class CapabilitiesInteraction : IInteraction
{
    private static readonly string[] ResourceInteractions = ["read", "vread", "update", "patch", "delete", "history-instance", "history-type", "create", "search-type"];
    private static readonly string[] ReadInteractions = ["read", "vread", "history-instance", "history-type", "search-type"];
    private readonly Lazy<FhirResult> _statement;

    public CapabilitiesInteraction(OperationTable operations, GuideCatalog guides, NodeAddress address, IOptions<NodeOptions> options, TimeProvider time)
    {
        var started = time.GetUtcNow();
        _statement = new Lazy<FhirResult>(() => FhirResult.Ok(Statement(operations, Profiles(guides), address, options.Value, started).ToResource()));
    }

    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Capabilities];

    public Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken) => Task.FromResult(_statement.Value);

    private static CapabilityStatement Statement(OperationTable operations, ILookup<string, string> profiles, NodeAddress address, NodeOptions options, DateTimeOffset started)
        => new(address.BaseUrl, "GenoMed.Fhir", Version(), started, Description(options), [.. Types(options).Select(type => Type(type, operations, options) with { SupportedProfiles = [.. profiles[type]] })])
        {
            Interactions = options.Publication is null ? ["transaction", "batch", "history-system", "search-system"] : ["batch", "search-system"],
            Operations = [.. Listed(operations, contract => contract.System)],
            PatchFormats = options.Publication is null ? [JsonPatch.MediaType, Negotiation.FhirJson] : [],
            Instantiates = ["http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data"],
            TokenUrl = options.Open ? null : address.TokenUrl,
            Security = options.Publication is { OpenReads: true } ? "Reading and exporting need no token; $import does." : null,
        };

    private static string Description(NodeOptions options) => options.Publication is null
        ? $"GenoMed.Fhir node '{options.Name}'"
        : $"GenoMed.Fhir node '{options.Name}': released synthetic data sets, read-only. No patient here exists.";

    /// <summary>What a publication node may hold is what its readers may read.</summary>
    private static IEnumerable<string> Types(NodeOptions options) => options.Publication is null
        ? R5Definitions.Instance.ResourceTypes
        : R5Definitions.Instance.ResourceTypes.Where(type => PublicReader.Caller.Scopes.AllowsResource(type, 'r'));

    private static CapabilityResource Type(string type, OperationTable operations, NodeOptions options) => options.Publication is not null
        ? Readable(type, operations, options)
        : Readable(type, operations, options) with
        {
            Interactions = ResourceInteractions,
            UpdateCreate = true,
            ConditionalCreate = true,
            ConditionalDelete = options.DeleteMultiple ? "multiple" : "single",
        };

    private static CapabilityResource Readable(string type, OperationTable operations, NodeOptions options) => new(type, PublicReader.Caller.Scopes.AllowsResource(type, 's') ? ReadInteractions : ["read", "vread", "history-instance"])
    {
        ReadHistory = true,
        ReferencePolicy = options is { References: ValidationPolicy.Enforce, ReferencesOnDelete: ValidationPolicy.Enforce } ? ["literal", "enforced"] : ["literal"],
        Operations = [.. Listed(operations, contract => (contract.Type || contract.Instance) && contract.IsOn(type))],
        SearchParameters = [.. R5Definitions.Instance.SearchParameters(type).Where(parameter => SpecialNames.IsTaken(parameter, options.Store.FullText)).Select(CapabilitySearchParameter.Of)],
        Includes = IncludeNames.From(type),
        ReverseIncludes = IncludeNames.To(type),
    };

    /// <summary>The guides' profiles by the type that they are for.</summary>
    private static ILookup<string, string> Profiles(GuideCatalog guides)
        => guides.Canonicals.Urls("StructureDefinition").Order(StringComparer.Ordinal)
            .ToLookup(url => guides.Canonicals.Find("StructureDefinition", new CanonicalUrl(url))?.Text("type") ?? string.Empty);

    private static IEnumerable<CapabilityOperation> Listed(OperationTable operations, Func<OperationContract, bool> where)
        => operations.All.Select(operation => operation.Contract).Where(where).Select(contract => new CapabilityOperation(contract.Code, contract.Url));

    private static string Version()
        => typeof(CapabilitiesInteraction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
