using System.ComponentModel.DataAnnotations;
using GenoMed.Fhir.Operations;

namespace GenoMed.Fhir.Node.Options;

/// <summary>How a node runs. Every default is safe on a laptop: loopback, tokens asked for, a cohort of ten at least.</summary>
public sealed record NodeOptions
{
    /// <summary>TCP port; 0 takes any free one (the base URL is printed when the node is ready).</summary>
    [Range(0, 65535)]
    public int Port { get; init; }

    /// <summary>IP address to listen on. Anything but a loopback address needs registered clients.</summary>
    [Required]
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The base URL that clients use, when it differs from the listening address (a proxy, a container).</summary>
    [Url]
    public string? PublicUrl { get; init; }

    /// <summary>Where the database, the node's key, its log and its audit trail lie. Made when it is not there.</summary>
    [Required]
    public required string DataDirectory { get; init; }

    /// <summary>The node's name in its CapabilityStatement, its audit trail and the updates it returns.</summary>
    [Required, RegularExpression("[A-Za-z0-9][A-Za-z0-9._-]{0,62}", ErrorMessage = "Name holds letters, digits, '.', '_' and '-' only, 63 at most.")]
    public string Name { get; init; } = "node";

    /// <summary>Answers without tokens. Refused on an address that is not loopback.</summary>
    public bool Open { get; init; }

    /// <summary>The clients that may ask for an access token.</summary>
    public IReadOnlyList<NodeClient> Clients { get; init; } = [];

    /// <summary>What happens to a resource that does not follow the R5 definitions.</summary>
    public ValidationPolicy Validation { get; init; } = ValidationPolicy.Enforce;

    /// <summary>k: nothing that rests on fewer distinct patients leaves the node.</summary>
    [Range(1, 1000)]
    public int MinimumPatients { get; init; } = 10;

    /// <summary>What a write does with a reference to a resource of this node that is not there.</summary>
    public ValidationPolicy References { get; init; } = ValidationPolicy.Off;

    /// <summary>What a delete does with a resource that others of this node refer to; <c>$purge</c> erases it in any case.</summary>
    public ValidationPolicy ReferencesOnDelete { get; init; } = ValidationPolicy.Off;

    /// <summary>Whether a conditional delete may delete more than one match.</summary>
    public bool DeleteMultiple { get; init; }

    /// <summary>Where the resources lie.</summary>
    public NodeStoreOptions Store { get; init; } = new();

    /// <summary>Exports and imports.</summary>
    public BulkOptions Bulk { get; init; } = new();

    /// <summary>Not null: the node shows released synthetic data sets, is read-only but for <c>$import</c>, and has no hospital's operations.</summary>
    public PublicationOptions? Publication { get; init; }

    /// <summary>The folder of the key and the jobs' files.</summary>
    internal string Shared => Store.SharedDirectory ?? DataDirectory;

    /// <summary>What one client can ask of this node.</summary>
    public NodeLimits Limits { get; init; } = new();
}
