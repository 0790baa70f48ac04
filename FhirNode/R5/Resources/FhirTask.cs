using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>
/// The Task resource as a job: <see cref="InstantiatesUri"/> is the operation, <see cref="Focus"/> the model,
/// <see cref="GroupIdentifier"/> the run and <see cref="PartOf"/> the round; <c>intent</c> is always order.
/// </summary>
public sealed partial record FhirTask
{
    public string? Id { get; init; }

    /// <summary>A code of <see cref="TaskStatusCode"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it failed, was rejected or cancelled.</summary>
    public string? StatusReason { get; init; }

    /// <summary>What the job is doing now, for a person.</summary>
    public string? BusinessStatus { get; init; }

    public FhirCoding? Code { get; init; }

    /// <summary>Canonical URL of the OperationDefinition.</summary>
    public string? InstantiatesUri { get; init; }

    /// <summary>Reference to the model, such as <c>Library/1</c>.</summary>
    public string? Focus { get; init; }

    /// <summary>System and value of the run's identifier.</summary>
    public (string System, string Value)? GroupIdentifier { get; init; }

    /// <summary>Reference to the Task of the round.</summary>
    public string? PartOf { get; init; }

    /// <summary>Reference to who asked for it.</summary>
    public string? Requester { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset? AuthoredOn { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    public IReadOnlyList<TaskParameter> Input { get; init; } = [];

    public IReadOnlyList<TaskParameter> Output { get; init; } = [];

    /// <exception cref="OperationProblem">It is no Task, has no status, or an input or output cannot be read.</exception>
    public static FhirTask Read(Resource resource)
    {
        var root = resource.Require("Task");
        return new FhirTask
        {
            Id = resource.Id,
            Status = root.Text("status") ?? throw OperationProblem.Required("The Task has no status.", "Task.status"),
            StatusReason = root.Child("statusReason")?.Child("concept")?.Text("text"),
            BusinessStatus = root.Child("businessStatus")?.Text("text"),
            Code = FhirCoding.ReadConcept(root, "code"),
            InstantiatesUri = root.Text("instantiatesUri"),
            Focus = root.Child("focus")?.Text("reference"),
            GroupIdentifier = root.Child("groupIdentifier") is { } group ? (group.Text("system") ?? string.Empty, group.Text("value") ?? string.Empty) : null,
            PartOf = root.Items("partOf").Select(part => part.Text("reference")).FirstOrDefault(),
            Requester = root.Child("requester")?.Text("reference"),
            Description = root.Text("description"),
            AuthoredOn = root.Text("authoredOn") is { } authored ? FhirDateRange.Parse(authored).Low : null,
            LastModified = root.Text("lastModified") is { } modified ? FhirDateRange.Parse(modified).Low : null,
            Input = [.. root.Items("input").Select((item, index) => TaskParameter.Read(item, $"Task.input[{index}]"))],
            Output = [.. root.Items("output").Select((item, index) => TaskParameter.Read(item, $"Task.output[{index}]"))],
        };
    }
}
