using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index;

/// <summary>A parameter whose expression is more than a path (Patient's <c>deceased</c>): the FHIRPath engine evaluates it.</summary>
internal sealed class ExpressionIndexer(SearchParameterDefinition parameter, string resourceType)
{
    private readonly FhirPathExpression _expression = FhirPathExpression.Parse(parameter.Expression!);

    public void Collect(Resource resource, List<IndexRow> rows)
    {
        foreach (var value in Evaluate(resource))
        {
            if (value.Value is bool truth)
            {
                rows.Add(new IndexRow(SearchKind.Token, $"{resourceType}.{parameter.Code}", truth ? "true" : "false", TokenReaders.ImpliedSystem));
            }
            else if (!value.IsSystem)
            {
                ValueReaders.For(parameter, value.Type, resourceType)?.Read(value.Element, rows);
            }
        }
    }

    // An expression without meaning for this resource gives no value, as a path gives none on an element of another
    // shape: the resource is stored all the same, and not found by this parameter.
    private IReadOnlyList<FhirPathValue> Evaluate(Resource resource)
    {
        try
        {
            return _expression.Evaluate(resource);
        }
        catch (FhirPathException)
        {
            return [];
        }
    }
}
