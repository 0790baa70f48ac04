using System.Security.Cryptography;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Manager.Safe;
using GenoMed.Fhir.Manager.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Tests.Safe;

/// <summary>A synthetic set evaluated at three nodes over HTTP.</summary>
public sealed class SafeEvaluationTests(Federation federation) : IClassFixture<Federation>
{
    [Fact]
    public async Task GivenASetAndThreeNodes_WhenEvaluated_ThenEachNodeIsInTheReportAndNoGateIsPassedThatNeedsAHoldOut()
    {
        var csv = MdsTables.Csv(await MdsTables.OfAsync(21, 150));
        var report = await Evaluation([SafePart.Fidelity, SafePart.Privacy, SafePart.Attacks]).RunAsync(Subject(csv), csv, [.. federation.Nodes.Select(node => new EvaluationNode(node, null))], null, TestContext.Current.CancellationToken);

        Assert.Equal([("north", 80), ("south", 50), ("west", 40)], report.Nodes.Select(node => (node.Name, node.Patients)));
        Assert.Equal(150, report.Patients);
        Assert.InRange(report.Fidelity!.Levels.Scores.Csf, 0.3, 1);
        Assert.False(report.MayBeReleased);
        Assert.Contains(report.Gates, gate => gate.Name == "nndr-median" && !gate.Passed);
        Assert.Null(report.Attacks);
    }

    [Fact]
    public async Task GivenASetThatOneNodeRefuses_WhenEvaluated_ThenTheReasonIsTold()
    {
        var csv = "ID,AGE,OS_YEARS,OS_STATUS\ns1,old,1,1\n"u8.ToArray();
        var problem = await Assert.ThrowsAsync<OperationProblem>(() => Evaluation([SafePart.Fidelity])
            .RunAsync(Subject(csv), csv, [new EvaluationNode(federation.Nodes[0], null)], null, TestContext.Current.CancellationToken));

        Assert.Contains("row 2, column AGE", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenACsvOfNothingThatTheGuideKnows_WhenItsFeaturesAreAsked_ThenItIsRefused()
        => Assert.Contains("no column", Assert.Throws<OperationProblem>(() => SyntheticColumns.Inputs(federation.Guide, "a,b\n1,2\n"u8)).Message, StringComparison.Ordinal);

    private SafeEvaluation Evaluation(IReadOnlyList<SafePart> parts) => new(federation.Guide, "OS", parts, 1, TimeProvider.System);

    private static SafeSubject Subject(byte[] csv) => new() { Title = "test", Guide = "mds", Version = "0.1.0", Sha256 = Convert.ToHexStringLower(SHA256.HashData(csv)) };
}
