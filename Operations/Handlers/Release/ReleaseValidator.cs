using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Release;

/// <summary>Refuses what is no draft of a synthetic data set, and reports that do not let it go.</summary>
internal static class ReleaseValidator
{
    private const string Gate = "gate-";

    /// <exception cref="OperationProblem">Unprocessable: no synthetic data set. Conflict: released already, or retired.</exception>
    public static DraftSet Draft(StoredResource stored)
    {
        var (library, element) = (stored.Resource!, stored.Resource!.Element);
        var sha256 = element.Items("identifier").FirstOrDefault(one => one.Text("system") == SyntheticDescription.IdentifierSystem) is { ValueKind: JsonValueKind.Object } identifier ? identifier.Text("value") : null;
        var related = element.Items("relatedArtifact").ToArray();
        var group = related.Where(one => one.Text("type") == "composed-of").Select(one => one.Child("resourceReference")?.Text("reference")?.Split('/')).FirstOrDefault(parts => parts is ["Group", _]);
        var guide = related.Where(one => one.Text("type") == "depends-on").Select(one => one.Text("resource")?.Split('/', '|')).FirstOrDefault(parts => parts is [.., _, _]);
        if (!Synthetic.IsLabelled(library) || sha256 is null || group is null || guide is null)
        {
            throw OperationProblem.Unprocessable($"Library/{stored.Id} is no synthetic data set: $generate-synthetic makes one.");
        }

        if (element.Text("status") != "draft")
        {
            throw OperationProblem.Conflict($"Library/{stored.Id} is {element.Text("status")}; only a draft is released.");
        }

        return new DraftSet(library, sha256, group[1], guide[^2], [.. element.Items("content").Select(one => one.Text("url")).OfType<string>().Where(url => url.Contains("-csv-", StringComparison.Ordinal)).Select(url => url.Split('/')[^1])]);
    }

    /// <exception cref="OperationProblem">Invalid: no reference to a MeasureReport.</exception>
    public static string ReportId(string reference) => reference.Split('/') is ["MeasureReport", { Length: > 0 } id]
        ? id
        : throw ParameterProblem.Invalid("report", $"The report is a reference MeasureReport/id on this node, got '{reference}'.");

    /// <summary>The report, where it is about this set and each gate is passed.</summary>
    /// <exception cref="OperationProblem">NotFound, or Unprocessable with each gate that is not passed.</exception>
    public static Resource Report(StoredResource? stored, string reference, DraftSet set)
    {
        var report = stored?.Resource ?? throw ParameterProblem.NotFound("report", $"There is no {reference} on this node.");
        if (report.Element.Text("status") != "complete")
        {
            throw ParameterProblem.Unprocessable("report", $"{reference} is {report.Element.Text("status")}, not complete.");
        }

        if (report.Element.Items("identifier").All(identifier => identifier.Text("value") != set.Sha256))
        {
            throw ParameterProblem.Unprocessable("report", $"{reference} is about another data set: none of its identifiers is this set's SHA-256, {set.Sha256}.");
        }

        RequireGates(report, reference);
        return report;
    }

    private static void RequireGates(Resource report, string reference)
    {
        var gates = report.Element.Items("group")
            .Select(group => (Name: Code(group, "code", code => code.StartsWith(Gate, StringComparison.Ordinal)), Group: group))
            .Where(gate => gate.Name is not null)
            .Select(gate => (gate.Name, Result: Code(gate.Group, "measureScoreCodeableConcept", _ => true)))
            .ToArray();
        string[] lacking = [.. PrivacyGates.Names.Select(name => Gate + name).Except(gates.Select(gate => gate.Name!))];
        if (lacking.Length > 0)
        {
            throw ParameterProblem.Unprocessable("report", $"{reference} lacks {string.Join(", ", lacking)}: every gate must be judged, each in a group with its code.");
        }

        var failed = gates.Where(gate => gate.Result != "passed").ToArray();
        if (failed.Length > 0)
        {
            throw new OperationProblem(ProblemKind.Unprocessable, [.. failed.Select(gate => new OutcomeIssue(
                IssueSeverity.Error, IssueCode.BusinessRule, $"{gate.Name} says {gate.Result ?? "nothing"}: the set is not released.", ParameterProblem.Expression("report")))]);
        }
    }

    private static string? Code(JsonElement parent, string property, Func<string, bool> match)
        => (parent.Child(property)?.Items("coding") ?? []).Select(coding => coding.Text("code")).OfType<string>().FirstOrDefault(match);
}
