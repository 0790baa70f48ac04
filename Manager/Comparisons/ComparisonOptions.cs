using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>
/// The paper's experiment as a file: which nodes, which model and strategy, and the node outside the federation
/// that holds the pooled training rows and the test patients.
/// </summary>
public sealed record ComparisonOptions
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        WriteIndented = true,
    };

    /// <summary>A name for people, part of the runs' ids.</summary>
    [Required]
    public string Name { get; init; } = "comparison";

    /// <summary>The guide, e.g. <c>mds</c>.</summary>
    [Required]
    public required string Guide { get; init; }

    /// <summary>The time-to-event feature that is predicted; null for the guide's own.</summary>
    public string? Outcome { get; init; }

    /// <summary>The clinical score to compare with; null for none.</summary>
    public string? Score { get; init; }

    /// <summary>The model's name in the catalogue.</summary>
    [Required]
    public string Model { get; init; } = ModelCatalog.Default.Name;

    /// <summary>The model's own options; what is left out has the model's default.</summary>
    public JsonObject ModelOptions { get; init; } = [];

    /// <summary>Auxiliary features of the guide that the model takes beside its inputs, such as a slide embedding.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>The aggregation strategy's name in the catalogue; null for the model's own: <c>sum</c> where its state is counts, else <c>fedavg</c>.</summary>
    public string? Strategy { get; init; }

    /// <summary>Rounds of training; null for 60, and 5 of a generator.</summary>
    [Range(1, 100_000)]
    public int? Rounds { get; init; }

    /// <summary>Epochs at each node in each round; null for 1, and what suits it of a generator.</summary>
    [Range(1, 100_000)]
    public int? LocalEpochs { get; init; }

    /// <summary>A round goes on while this many nodes answer; null for all but one.</summary>
    [Range(1, 1000)]
    public int? MinimumNodes { get; init; }

    /// <summary>Seconds after which a node that has not answered is left out of the round.</summary>
    [Range(1, 86_400)]
    public int RoundDeadlineSeconds { get; init; } = 120;

    /// <summary>All randomness comes from here.</summary>
    public long Seed { get; init; }

    /// <summary>Who the manager is to the nodes.</summary>
    public required ClientOptions Client { get; init; }

    /// <summary>The hospitals.</summary>
    [MinLength(2)]
    public required IReadOnlyList<NodeAddress> Nodes { get; init; }

    /// <summary>The node outside the federation.</summary>
    public required ReferenceAddress Reference { get; init; }

    /// <summary>What is predicted.</summary>
    /// <exception cref="OperationProblem">Neither this nor the guide names it.</exception>
    public string OutcomeOf(Guide guide) => guide.OutcomeOf(Outcome);

    /// <summary>What the model takes: the guide's inputs and <see cref="With"/>.</summary>
    /// <exception cref="OperationProblem">Invalid: the guide has no auxiliary feature of such a name.</exception>
    public IReadOnlyList<string> InputsOf(Guide guide)
    {
        return With.Except(guide.Auxiliary).FirstOrDefault() is { } unknown
            ? throw OperationProblem.Invalid($"'{unknown}' is no auxiliary feature of the guide {guide.Name}; it has: {string.Join(", ", guide.Auxiliary.Take(8))}.")
            : [.. guide.Dictionary.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name), .. With];
    }

    /// <summary>Rounds of training of a model.</summary>
    public int RoundsOf(IModel model) => Rounds ?? (model is IGenerator ? 5 : 60);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads such a file; the client's key path is relative to it.</summary>
    /// <exception cref="OperationProblem">The file is not valid; the message names it and the fault.</exception>
    public static ComparisonOptions Load(string path)
    {
        try
        {
            var options = JsonSerializer.Deserialize<ComparisonOptions>(File.ReadAllText(path), Json) ?? throw new JsonException("The file holds null.");
            CheckNodes(options);
            CheckNames(options);
            Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return options with { Client = options.Client with { Key = Path.Combine(folder, options.Client.Key) } };
        }
        catch (Exception e) when (e is JsonException or ValidationException)
        {
            throw OperationProblem.Invalid($"{path}: {e.Message}");
        }
    }

    private static void CheckNames(ComparisonOptions options)
    {
        if (CatalogCheck.Fault(options.Model, options.Strategy) is { } fault)
        {
            throw new ValidationException(fault);
        }
    }

    private static void CheckNodes(ComparisonOptions options)
    {
        if (options.Nodes.Contains(null!))
        {
            throw new ValidationException("A node is null.");
        }

        if (options.Nodes.Select(node => node.Name).Append(options.Reference.Name).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ValidationException($"The node '{twice.Key}' is there twice.");
        }
    }
}
