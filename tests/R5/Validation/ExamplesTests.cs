using System.Diagnostics;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Validation;
using GenoMed.Fhir.R5.Validation.Rules;

namespace GenoMed.Fhir.R5.Tests.Validation;

public sealed class ExamplesTests
{
    /// <summary>161 questionnaires, 10 definitions and 6 with a reference; of Transport two references are wrong.</summary>
    private const int FaultyFiles = 177;

    /// <summary>Errors in the package itself: file, rule and what is wrong with the example.</summary>
    private static readonly (string File, string Rule, string Reason)[] Faulty =
    [
        ("BiologicallyDerivedProduct-allogeneicHCT.json", "points to a", "request refers to a BiologicallyDerivedProduct, and may only to a ServiceRequest"),
        ("BiologicallyDerivedProduct-autologousHCT.json", "points to a", "the same"),
        ("DocumentReference-xray.json", "points to a", "context refers to a DocumentReference, and may only to Appointment, Encounter and EpisodeOfCare"),
        ("Questionnaire-qgen-*.json", "que-2", "generated with linkIds that occur more than once"),
        ("StructureDefinition-*.json", "sdf-27", "a baseDefinition without a derivation"),
        ("Encounter-example.json", "points to a", "careTeam refers to an Encounter"),
        ("ImagingStudy-example-xr.json", "points to a", "procedure refers to a Procedure, and may only to PlanDefinition and ActivityDefinition"),
        ("Transport-simpledelivery.json", "points to a", "requestedLocation and currentLocation refer to Transports"),
    ];

    [Fact]
    public void GivenTheOfficialExamples_WhenValidated_ThenOnlyTheFaultyOnesHaveErrors()
    {
        var resources = OfficialExamples.All().ToList();
        var watch = Stopwatch.StartNew();
        var issues = resources.SelectMany(file => ResourceValidator.Validate(file.Resource).Select(issue => (file.Name, Issue: issue))).ToList();
        var errors = issues.Where(found => found.Issue.Severity == IssueSeverity.Error).ToList();
        Tell($"{resources.Count} resources, {resources.Sum(file => (long)file.Resource.Json.Length)} bytes, {watch.ElapsedMilliseconds} ms");
        Tell($"{errors.Select(found => found.Name).Distinct().Count()} have errors, {issues.Select(found => found.Name).Distinct().Count()} errors or warnings");
        foreach (var group in issues.GroupBy(found => (found.Issue.Severity, Rule: Rule(found.Issue))).OrderBy(group => group.Key))
        {
            Tell($"{group.Key.Severity}\t{group.Key.Rule}\t{group.Count()} in {group.Select(found => found.Name).Distinct().Count()} files");
        }

        Assert.NotEmpty(resources);
        Assert.Empty(errors.Where(found => !IsKnown(found.Name, found.Issue)).Select(found => $"{found.Name} {found.Issue.Expression}: {found.Issue.Diagnostics}"));
        Assert.Equal(FaultyFiles, errors.Select(found => found.Name).Distinct().Count());
        Assert.All(Faulty, fault => Assert.Contains(errors, found => IsLike(found.Name, fault.File)));
    }

    // A rule that cannot be evaluated would be a hole that nobody sees.
    [Fact]
    public void GivenTheOfficialExamples_WhenValidated_ThenEveryRuleCanBeEvaluated()
        => Assert.DoesNotContain(OfficialExamples.All(largest: 2_000_000).SelectMany(file => ResourceValidator.Validate(file.Resource)), issue => issue.Code == IssueCode.NotSupported);

    [Fact]
    public void GivenTheShortcutsOfInvariants_WhenTheySayThatARuleHolds_ThenTheFhirPathSaysSoToo()
    {
        var checkedNodes = 0;
        foreach (var (_, resource) in OfficialExamples.All(largest: 20_000))
        {
            foreach (var (node, rule) in RuleNodes.Of(resource).Where(pair => InvariantShortcuts.ByKey.ContainsKey(pair.Rule.Invariant.Key)))
            {
                if (InvariantShortcuts.ByKey[rule.Invariant.Key](node.Element))
                {
                    Assert.True(rule.Holds(node, new Scope(new Evaluation(ResourceValidator.Rules, new FhirPathCollection(node)))), $"{rule.Invariant.Key}: {node}");
                    checkedNodes++;
                }
            }
        }

        Assert.True(checkedNodes > 10_000, $"{checkedNodes}");
    }

    private static bool IsKnown(string file, OutcomeIssue issue) => Faulty.Any(fault => IsLike(file, fault.File) && issue.Diagnostics.Contains(fault.Rule, StringComparison.Ordinal));

    private static bool IsLike(string file, string pattern) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, file);

    private static string Rule(OutcomeIssue issue) => issue.Code == IssueCode.Invariant ? issue.Diagnostics.Split(':')[0] : issue.Code;

    private static void Tell(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
