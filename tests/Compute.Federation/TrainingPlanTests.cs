using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Federation.Tests;

public sealed class TrainingPlanTests
{
    private static TrainingPlan Plan() => new()
    {
        Id = "run-1",
        Rounds = 30,
        Model = new ModelPlan
        {
            Model = "deepsurv",
            Schema = new FeatureSchema("mds", "1", [
                new Feature { Name = "AGE", Type = FeatureType.Continuous, Role = FeatureRole.Input, Unit = "a", Minimum = 0 },
                new Feature { Name = "OS", Type = FeatureType.TimeToEvent, Role = FeatureRole.Outcome, Unit = "d" },
            ]),
            Inputs = ["AGE"],
            Outcome = "OS",
            Scaler = new FeatureScaler(new Dictionary<string, FeatureScale> { ["AGE"] = new() { Mean = 0.1 + 0.2, StandardDeviation = 1e-17 } }),
            Options = new JsonObject { ["hidden"] = new JsonArray(32, 32), ["activation"] = "selu" },
            Seed = 7,
        },
    };

    [Fact]
    public void GivenAPlan_WhenWrittenAndRead_ThenTheSameHash()
    {
        var read = TrainingPlan.FromJson(Plan().ToJson());
        Assert.Equal(Plan().ToJson(), read.ToJson());
        Assert.Equal(Plan().Hash, read.Hash);
        Assert.Equal(64, read.Hash.Length);
        Assert.Equal(0.1 + 0.2, read.Model.Scaler["AGE"].Mean);
    }

    [Fact]
    public void GivenOtherOrderOfMembersAndSpaces_WhenRead_ThenTheSameHash()
    {
        var json = (JsonObject)JsonNode.Parse(Plan().ToJson())!;
        var reversed = new JsonObject(json.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        var text = reversed.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
        Assert.Equal(Plan().Hash, TrainingPlan.FromJson(text).Hash);
    }

    [Fact]
    public void GivenAnyChange_WhenHashed_ThenAnotherHash()
    {
        var hash = Plan().Hash;
        Assert.NotEqual(hash, (Plan() with { Rounds = 31 }).Hash);
        Assert.NotEqual(hash, (Plan() with { Model = Plan().Model with { Seed = 8 } }).Hash);
        Assert.NotEqual(hash, (Plan() with { Privacy = new PrivacyPlan("gaussian") }).Hash);
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2", "format 2")]
    [InlineData("\"format\":1", "\"format\":0", "format 0")]
    [InlineData("\"rounds\":30", "\"rounds\":0", "rounds is 0")]
    [InlineData("\"rounds\":30", "\"rounds\":\"thirty\"", "rounds")]
    [InlineData("\"rounds\":30", "\"rounds\":30,\"sneaky\":1", "sneaky")]
    [InlineData("\"id\":\"run-1\",", "", "id")]
    [InlineData("{", "", "Not a training plan")]
    public void GivenAPlanThisBuildCannotMean_WhenRead_ThenRefusedWithItsName(string from, string to, string named)
    {
        var json = Plan().ToJson();
        var at = json.IndexOf(from, StringComparison.Ordinal);
        var problem = Assert.Throws<ArgumentException>(() => TrainingPlan.FromJson(json[..at] + to + json[(at + from.Length)..]));
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAWrittenPlan_WhenLookedAt_ThenMembersAreInOrdinalOrder()
    {
        var names = ((JsonObject)JsonNode.Parse(Plan().ToJson())!).Select(member => member.Key).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }
}
