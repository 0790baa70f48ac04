using System.Reflection;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.Node.Options;
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
    private readonly Lazy<FhirResult> _statement;

    public CapabilitiesInteraction(OperationTable operations, GuideCatalog guides, NodeAddress address, IOptions<NodeOptions> options, TimeProvider time)
    {
        var started = time.GetUtcNow();
        _statement = new Lazy<FhirResult>(() => FhirResult.Ok(Statement(operations, Profiles(guides), address, options.Value, started).ToResource()));
    }

    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Capabilities];

    public Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken) => Task.FromResult(_statement.Value);

    private static CapabilityStatement Statement(OperationTable operations, ILookup<string, string> profiles, NodeAddress address, NodeOptions options, DateTimeOffset started)
        => new(address.BaseUrl, "GenoMed.Fhir", Version(), started, $"GenoMed.Fhir node '{options.Name}'", [.. R5Definitions.Instance.ResourceTypes.Select(type => Type(type, operations, options) with { SupportedProfiles = [.. profiles[type]] })])
        {
            Interactions = ["transaction", "batch", "history-system", "search-system"],
            Operations = [.. Listed(operations, contract => contract.System)],
            PatchFormats = [JsonPatch.MediaType, Negotiation.FhirJson],
            Instantiates = ["http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data"],
            RequiresToken = !options.Open,
        };

    private static CapabilityResource Type(string type, OperationTable operations, NodeOptions options) => new(type, ResourceInteractions)
    {
        ReadHistory = true,
        UpdateCreate = true,
        ConditionalCreate = true,
        ConditionalDelete = options.DeleteMultiple ? "multiple" : "single",
        ReferencePolicy = options.References == ValidationPolicy.Enforce ? ["literal", "enforced"] : ["literal"],
        Operations = [.. Listed(operations, contract => (contract.Type || contract.Instance) && contract.IsOn(type))],
        SearchParameters = [.. R5Definitions.Instance.SearchParameters(type).Where(SearchName.IsSearchable).Select(CapabilitySearchParameter.Of)],
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
