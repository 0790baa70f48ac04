using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Fsh;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>The Condition that puts the patient into the cohort: the disease, its class as further codings, the age at onset.</summary>
internal sealed class ConditionShape(DataDictionary dictionary) : IShape
{
    private static readonly Coding Active = new("http://terminology.hl7.org/CodeSystem/condition-clinical", "active");

    /// <summary>As mCODE's primary cancer condition has it, by US Core.</summary>
    private static readonly Coding Problem = new("http://terminology.hl7.org/CodeSystem/condition-category", "problem-list-item");

    private readonly int _age = Positions.Of(dictionary, CarrierKind.OnsetAge).FirstOrDefault(-1);
    private readonly string _profile = ProfileNames.Claim(dictionary.Head, "condition", ProfileNames.Condition);
    private readonly int[] _classes = Positions.Of(dictionary, CarrierKind.Diagnosis);

    public IEnumerable<(string Type, string Name)> Possible => [("Condition", "condition")];

    public void Write(ShapeContext context) => context.Add("Condition", "condition", _profile, json =>
    {
        json.Concept("clinicalStatus"u8, Active);
        json.WriteStartArray("category"u8);
        json.Concept([Problem]);
        json.WriteEndArray();
        json.Concept("code"u8, dictionary.Head.Condition.Codings.Concat(Classes(context)));
        context.Subject(json);
        if (_age >= 0 && !double.IsNaN(context.Value(_age)))
        {
            json.Quantity("onsetAge"u8, context.Value(_age), context.Digits(_age), dictionary.Features[_age].Feature.Unit);
        }
    });

    private IEnumerable<Coding> Classes(ShapeContext context) => _classes
        .Where(position => !double.IsNaN(context.Value(position)))
        .SelectMany(position => dictionary.Features[position].Categories[(int)context.Value(position)].Codings);
}
