using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;
using GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>What all nodes together tell of a synthetic data set. A part that was not asked for is null.</summary>
public sealed record SafeReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The set.</summary>
    public required SafeSubject Subject { get; init; }

    /// <summary>Its rows.</summary>
    public required int Patients { get; init; }

    /// <summary>When it was evaluated.</summary>
    public required DateTimeOffset Evaluated { get; init; }

    /// <summary>Gave what is random.</summary>
    public required long Seed { get; init; }

    /// <summary>Where real patients were compared with.</summary>
    public required IReadOnlyList<SafeNode> Nodes { get; init; }

    /// <summary>Scores and what they rest on.</summary>
    public SafeFidelity? Fidelity { get; init; }

    /// <summary>What the patients are worth to a clinician.</summary>
    public ClinicalReport? Clinical { get; init; }

    /// <summary>The tables as a whole.</summary>
    public MultivariateReport? Multivariate { get; init; }

    /// <summary>Distances, copies, membership.</summary>
    public PrivacyReport? Privacy { get; init; }

    /// <summary>Singling out, linkability, inference.</summary>
    public AttackReport? Attacks { get; init; }

    /// <summary>The conditions of a release; empty where privacy was not measured.</summary>
    public IReadOnlyList<PrivacyGate> Gates { get; init; } = [];

    /// <summary>True where every gate is passed, and there are gates.</summary>
    [JsonIgnore]
    public bool MayBeReleased => Gates.Count > 0 && Gates.All(gate => gate.Passed);

    /// <summary>The nodes' evidence as one.</summary>
    /// <param name="subject">The set.</param>
    /// <param name="plan">What was compared, the same at every node.</param>
    /// <param name="nodes">One or more, that were asked for the same parts.</param>
    /// <param name="seed">Gave what is random.</param>
    /// <param name="evaluated">When.</param>
    /// <param name="gates">Thresholds.</param>
    /// <exception cref="ArgumentException">No node, or one that tells of other parts than the others.</exception>
    public static SafeReport Of(
        SafeSubject subject, SafePlan plan, IReadOnlyList<NodeEvidence> nodes, long seed, DateTimeOffset evaluated, PrivacyGateOptions gates)
    {
        SafeEvidence[] told = [.. nodes.Select(node => node.Evidence)];
        var privacy = Part(told, node => node.Privacy, all => all.Count == 1 ? all[0] : PrivacyReport.Sum(all));
        var attacks = Part(told, node => node.Attacks, AttackReport.Sum);
        return new SafeReport
        {
            Subject = subject,
            Patients = Rows(told),
            Evaluated = evaluated,
            Seed = seed,
            Nodes = [.. nodes.Select(node => new SafeNode(node.Node, node.Evidence.Rows, node.Evidence.HoldOutRows))],
            Fidelity = Part(told, node => node.Scores is null ? null : node, all => SafeFidelity.Of(plan, all)),
            Clinical = Part(told, node => node.Clinical, ClinicalReport.Sum),
            Multivariate = Part(told, node => node.Multivariate, all => all.Count == 1 ? all[0] : MultivariateReport.Mean(all)),
            Privacy = privacy,
            Attacks = attacks,
            Gates = privacy is null ? [] : PrivacyGates.Of(privacy, attacks, gates),
        };
    }

    /// <summary>As JSON; a number that nobody can tell is <c>"NaN"</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static T? Part<TPart, T>(SafeEvidence[] nodes, Func<SafeEvidence, TPart?> part, Func<IReadOnlyList<TPart>, T> combine)
        where TPart : class
        where T : class
    {
        TPart[] told = [.. nodes.Select(part).OfType<TPart>()];
        return told.Length == 0 ? null
            : told.Length == nodes.Length ? combine(told)
            : throw new ArgumentException($"{told.Length} of {nodes.Length} nodes tell of {typeof(TPart).Name}: all were to be asked for the same parts.");
    }

    private static int Rows(SafeEvidence[] nodes) => nodes.Length == 0
        ? throw new ArgumentException("No node has told anything.")
        : (int?)nodes[0].Synthetic?.Rows ?? nodes[0].Privacy?.SyntheticRows ?? nodes[0].Multivariate?.SyntheticRows ?? 0;
}
