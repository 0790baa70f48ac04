using GenoMed.Fhir.Node.Tests.Support;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Tests.Operations;

/// <summary>Says what it was called on and with.</summary>
internal sealed class PlaceOperation(OperationContract contract) : IOperation
{
    private const string Parameters = """
        "parameter":[
          {"name":"text","use":"in","min":0,"max":"1","type":"string"},
          {"name":"count","use":"in","min":0,"max":"1","type":"integer"},
          {"name":"flag","use":"in","min":0,"max":"1","type":"boolean"},
          {"name":"coding","use":"in","min":0,"max":"1","type":"Coding"},
          {"name":"resource","use":"in","min":0,"max":"1","type":"Resource"}]
        """;

    public OperationContract Contract { get; } = contract;

    public static PlaceOperation OnPatients => new(TestContract.Of("place", $""" "system":false,"type":true,"instance":true,"resource":["Patient"],{Parameters}""", "Patient-place"));

    public static PlaceOperation OnGroups => new(TestContract.Of("place", $""" "system":false,"type":false,"instance":true,"resource":["Group"],{Parameters}""", "Group-place"));

    public static PlaceOperation OnAll => new(TestContract.Of(
        "anywhere",
        $$"""
        "extension":[{"url":"https://genomed-fhir.org/StructureDefinition/operation-scope","valueString":"system/{type}.r"},{"url":"https://genomed-fhir.org/StructureDefinition/operation-alias","valueCode":"everywhere"}],
        "system":true,"type":true,"instance":true,"resource":["Resource"],{{Parameters}}
        """));

    public Task<OperationResult> RunAsync(Resource parameters, OperationContext context) => Task.FromResult<OperationResult>(new ParametersBuilder()
        .Add("by", Contract.Url)
        .Add("on", context.Target.ToString())
        .Add("url", context.RequestUrl)
        .Add("input", parameters)
        .Build());
}
