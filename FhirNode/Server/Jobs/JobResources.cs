using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>A job as FHIR resources: a Task, and a Binary each for its input and its result. All ids begin with <c>job-</c>.</summary>
internal static class JobResources
{
    public const string TaskType = "Task";
    public const string BinaryType = "Binary";
    private const string Prefix = "job-";
    private const string Operations = "https://genomed-fhir.org/CodeSystem/operation";
    private const string ResumptionsPart = "resumptions";
    private const string Parts = "https://genomed-fhir.org/CodeSystem/job-part";

    public static string NewId() => Prefix + Guid.CreateVersion7();

    public static bool IsJob(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    public static string InputId(string jobId) => jobId + "-input";

    public static string OutputId(string jobId) => jobId + "-output";

    /// <summary>Only the node writes its jobs: a client's Task under such an id would be run after a restart.</summary>
    /// <exception cref="OperationProblem">Forbidden.</exception>
    public static void CheckNotOurs(string type, string id)
    {
        if (type is TaskType or BinaryType && IsJob(id))
        {
            throw OperationProblem.Forbidden($"{type}/{id} belongs to a job of this node; only the node writes it. DELETE its job to cancel it.");
        }
    }

    public static FhirTask Requested(string id, OperationRequest request, DateTimeOffset now) => new()
    {
        Id = id,
        Status = TaskStatusCode.Requested,
        Code = new FhirCoding(Operations, request.Operation.Contract.Code),
        InstantiatesUri = request.Operation.Contract.Url,
        Requester = FhirId.IsValid(request.Caller.ClientId) ? $"Device/{request.Caller.ClientId}" : null,
        AuthoredOn = now,
        LastModified = now,
        Input =
        [
            new TaskParameter(Part("client"), FhirValue.String(request.Caller.ClientId)),
            new TaskParameter(Part("parameters"), FhirValue.Reference($"{BinaryType}/{InputId(id)}")),
            .. Optional("target", request.Target.ToString()),
            .. Optional("scopes", request.Caller.Scopes.Text),
            .. Optional("handling", request.Lenient ? "lenient" : string.Empty),
            .. Optional("url", request.Url),
            .. Optional("fhirVersion", request.Body?.FhirVersion ?? string.Empty),
            .. Optional("body", request.Body?.MediaType ?? string.Empty),
        ],
    };

    public static FhirTask Finished(FhirTask task, JobOutcome outcome, DateTimeOffset now) => task with
    {
        Status = outcome.TaskStatus,
        StatusReason = outcome.Reason,
        BusinessStatus = null,
        LastModified = now,
        Output =
        [
            new TaskParameter(Part("status"), FhirValue.Integer(outcome.Status)),
            new TaskParameter(Part("result"), FhirValue.Reference($"{BinaryType}/{OutputId(task.Id!)}")),
        ],
    };

    /// <summary>How often it has been taken up again after its process had ended under it.</summary>
    public static int Resumptions(FhirTask task)
        => task.Input.FirstOrDefault(input => input.Type.Code == ResumptionsPart)?.Value.Json.GetInt32() ?? 0;

    /// <summary>The same, taken up once more.</summary>
    public static FhirTask Resumed(FhirTask task) => task with
    {
        Input =
        [
            .. task.Input.Where(input => input.Type.Code != ResumptionsPart),
            new TaskParameter(Part(ResumptionsPart), FhirValue.Integer(Resumptions(task) + 1)),
        ],
    };

    public static string Client(FhirTask task) => Text(task, "client")!;

    /// <summary>A text of the request: <c>target</c>, <c>scopes</c>, <c>handling</c>, <c>url</c>, <c>body</c> (its media type); null where the request had none.</summary>
    public static string? Text(FhirTask task, string part)
        => task.Input.FirstOrDefault(input => input.Type.Code == part)?.Value.Json.GetString();

    /// <summary>The HTTP status that the operation would have had; 500 where the Task carries none.</summary>
    public static int Status(FhirTask task)
        => task.Output.FirstOrDefault(output => output.Type.Code == "status")?.Value.Json.GetInt32() ?? 500;

    public static StoreWrite Write(FhirTask task) => new(StoreMethod.Update, TaskType, task.Id!, task.ToResource());

    public static StoreWrite Write(string id, JobContent content)
        => new(StoreMethod.Update, BinaryType, id, new BinaryResource(content.ContentType, content.Data, id).ToResource());

    private static IEnumerable<TaskParameter> Optional(string part, string text)
        => text.Length == 0 ? [] : [new TaskParameter(Part(part), FhirValue.String(text))];

    private static FhirCoding Part(string code) => new(Parts, code);
}
