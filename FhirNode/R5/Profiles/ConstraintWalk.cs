using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>Checks values against what a profile demands; issues name the profile.</summary>
/// <param name="profile">For messages.</param>
/// <param name="scope">Shared by all rules of a resource.</param>
/// <param name="report">Where issues go.</param>
/// <param name="services">Other profiles and the terminology.</param>
internal sealed partial class ConstraintWalk(Profile profile, Scope scope, ValidationReport report, ProfileServices services)
{
    /// <summary>One value: what the element itself demands, then its children.</summary>
    public void Check(FhirPathValue node, Constraint constraint)
    {
        if (constraint.Types.Count > 0)
        {
            Types(node, constraint);
        }

        Values(node, constraint);
        BindingCheck.Check(node, constraint, services.Terminology, report, profile.Url);
        foreach (var invariant in constraint.Invariants)
        {
            invariant.Check(node, scope, report);
        }

        foreach (var child in constraint.Children.Values)
        {
            Children(node, child);
        }
    }

    private void Children(FhirPathValue parent, Constraint child)
    {
        var values = child.Access.Evaluate(new FhirPathCollection(parent), scope);
        Count(parent, child, values.Count);
        foreach (var value in values)
        {
            Check(value, child);
        }

        if (child.Slices.Count > 0)
        {
            Slices(parent, child, values);
        }
    }

    private void Count(FhirPathValue parent, Constraint child, int count)
    {
        if (count < child.Min)
        {
            Error(IssueCode.Required, $"{child.Label} is there {count} times; at least {child.Min} {(child.Min == 1 ? "is" : "are")} needed", parent);
        }
        else if (count > child.Max)
        {
            Error(IssueCode.Structure, child.Max == 0 ? $"{child.Label} must not be there" : $"{child.Label} is there {count} times; at most {child.Max} {(child.Max == 1 ? "is" : "are")} allowed", parent);
        }
    }

    private void Values(FhirPathValue node, Constraint constraint)
    {
        if (constraint.Fixed is { } wanted && !(node.Element.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(node.Element, wanted)))
        {
            Error(IssueCode.Value, $"{constraint.Label} must be exactly {wanted.GetRawText()}", node);
        }

        if (constraint.Pattern is { } pattern && !JsonPattern.Matches(node.Element, pattern))
        {
            Error(IssueCode.Value, $"{constraint.Label} must hold {pattern.GetRawText()}", node);
        }

        if ((constraint.MinValue ?? constraint.MaxValue) is not null && node.Value is decimal or int && Convert.ToDecimal(node.Value, CultureInfo.InvariantCulture) is var number
            && (number < constraint.MinValue || number > constraint.MaxValue))
        {
            Error(IssueCode.Value, $"{constraint.Label} is out of its range, from {constraint.MinValue?.ToString(CultureInfo.InvariantCulture) ?? "any"} to {constraint.MaxValue?.ToString(CultureInfo.InvariantCulture) ?? "any"}", node);
        }

        if (constraint.MaxLength is { } most && node.Value is string text && text.EnumerateRunes().Count() > most)
        {
            Error(IssueCode.TooLong, $"{constraint.Label} is longer than {most} characters", node);
        }
    }

    private void Types(FhirPathValue node, Constraint constraint)
    {
        var fitting = constraint.Types.Where(type => IsOf(node, type.Code)).ToList();
        if (fitting.Count == 0)
        {
            Error(IssueCode.Structure, $"{constraint.Label} is a {node.Type}; allowed: {string.Join(", ", constraint.Types.Select(type => type.Code))}", node);
            return;
        }

        var profiles = fitting.SelectMany(type => type.Profiles).ToList();
        if (profiles.Count > 0)
        {
            Conforms(node, constraint, profiles);
        }

        var targets = fitting.SelectMany(type => type.Targets).ToList();
        if (targets.Count > 0 && node.Type is "Reference" or "CodeableReference")
        {
            TargetCheck.Check(node, targets, services, scope, report, profile.Url);
        }
    }

    private void Conforms(FhirPathValue node, Constraint constraint, List<string> profiles)
    {
        var known = profiles.Select(services.Profiles.Find).ToList();
        if (known.Contains(null))
        {
            report.Warning(IssueCode.NotFound, $"{constraint.Label} should conform to {string.Join(" or ", profiles)}, which is not known here ({profile.Url}).", node);
        }
        else if (known is [{ } only])
        {
            new ConstraintWalk(only, scope, report, services).Check(node, only.Root);
        }
        else if (!known.Any(one => services.Conforms(node, one!, scope)))
        {
            Error(IssueCode.Value, $"{constraint.Label} conforms to none of {string.Join(", ", profiles)}", node);
        }
    }

    /// <summary>System types (<c>http://hl7.org/fhirpath/System.String</c>) are bare JSON, whose form the structure checks.</summary>
    internal static bool IsOf(FhirPathValue node, string code)
        => code.StartsWith("http", StringComparison.Ordinal) || (FhirPathType.Find(code) is { } type && node.TypeInfo.Is(type));

    private void Error(string code, string text, FhirPathValue at) => report.Error(code, $"{text} ({profile.Url}).", at);
}
