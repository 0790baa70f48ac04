using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Resources;

public sealed class FhirTaskTests
{
    internal static readonly FhirTask Job = new()
    {
        Id = "t1",
        Status = TaskStatusCode.InProgress,
        StatusReason = "none",
        BusinessStatus = "epoch 2 of 5",
        Code = new FhirCoding("http://genomed.example/job", "train-round"),
        InstantiatesUri = "http://genomed.example/OperationDefinition/train-round",
        Focus = "Library/m",
        GroupIdentifier = ("urn:run", "run-7"),
        PartOf = "Task/round-1",
        Requester = "Device/manager",
        Description = "One round",
        AuthoredOn = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 6, TimeSpan.Zero),
        LastModified = new DateTimeOffset(2026, 1, 2, 3, 4, 6, 0, TimeSpan.Zero),
        Input = [new TaskParameter(new FhirCoding("http://genomed.example/task", "round"), FhirValue.Integer(1))],
        Output = [new TaskParameter(new FhirCoding("http://genomed.example/task", "update"), FhirValue.Reference("Binary/1"))],
    };

    [Fact]
    public void GivenJob_WhenWrittenAndRead_ThenTheSame()
    {
        var read = FhirTask.Read(Job.ToResource());

        Assert.Equal(Job.ToResource().Text(), read.ToResource().Text());
        Assert.Equal(Job with { Input = read.Input, Output = read.Output }, read);
        Assert.Equal(1, read.Input[0].Value.Json.GetInt32());
    }

    [Fact]
    public void GivenTaskWithoutStatus_WhenRead_ThenRequired()
        => Assert.Equal("Task.status", Assert.Throws<OperationProblem>(() => FhirTask.Read(Sample.Of("""{"resourceType":"Task"}"""))).Issues[0].Expression);

    [Theory]
    [InlineData(TaskStatusCode.Completed, true)]
    [InlineData(TaskStatusCode.Cancelled, true)]
    [InlineData(TaskStatusCode.InProgress, false)]
    public void GivenStatus_WhenAskedWhetherFinal_ThenOnlyEndsAre(string status, bool expected) => Assert.Equal(expected, TaskStatusCode.IsFinal(status));
}
