using GenoMed.Fhir.R5.FhirPath;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>Where a node stands: element names and indexes, the simple subset of FHIRPath that <c>OperationOutcome.issue.expression</c> asks for.</summary>
internal static class NodePath
{
    public static string Of(FhirPathValue node)
    {
        var steps = new Stack<string>();
        for (var current = node; current is not null; current = current.Parent)
        {
            steps.Push(Step(current));
        }

        return string.Join('.', steps.Where(step => step.Length > 0));
    }

    // The companion of a primitive (_birthDate) is the primitive's own element.
    private static string Step(FhirPathValue node)
        => node.Variant is not { } variant ? node.Parent is null ? node.Type : string.Empty
            : node.Index < 0 ? variant.Element
            : $"{variant.Element}[{node.Index}]";
}
