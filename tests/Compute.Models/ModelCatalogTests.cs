using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Models.Tests;

public sealed class ModelCatalogTests
{
    public static TheoryData<string> Models => [.. ModelCatalog.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void GivenNoOptions_WhenResolved_ThenEveryDefaultIsWrittenOutAndReadsBackTheSame(string name)
    {
        var model = ModelCatalog.Find(name);
        var resolved = model.ResolveOptions([]);
        Assert.NotEmpty(resolved);
        Assert.Equal(resolved.ToJsonString(), model.ResolveOptions(JsonNode.Parse(resolved.ToJsonString())!.AsObject()).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void GivenAnUnknownOption_WhenResolved_ThenItIsRefused(string name)
        => Assert.Contains("colour", Assert.Throws<ArgumentException>(() => ModelCatalog.Find(name).ResolveOptions(new JsonObject { ["colour"] = "red" })).Message);
}
