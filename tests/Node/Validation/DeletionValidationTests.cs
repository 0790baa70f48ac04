using System.Net;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;
using GenoMed.Fhir.Store.Tests.Postgres;

namespace GenoMed.Fhir.Node.Tests.Validation;

public sealed class DeletionValidationTests : IDisposable
{
    private readonly PostgresDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task GivenEnforce_WhenAReferredResourceIsDeleted_ThenConflictWithTheNamesUntilTheyAreGone(string engine)
    {
        await using var node = await StartAsync(ValidationPolicy.Enforce, engine);
        await node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p","link":[{"other":{"reference":"Patient/p"},"type":"seealso"}]}""");
        await node.PutAsync("Observation/o", Observation("o", "Patient/p"));
        await node.PutAsync("Group/g", """{"resourceType":"Group","id":"g","membership":"enumerated","type":"person","member":[{"entity":{"reference":"Patient/p"}}]}""");
        var refused = (await node.SendAsync("DELETE", "Patient/p")).ShouldBe(HttpStatusCode.Conflict);
        Assert.Contains("Group/g", refused.Diagnostics, StringComparison.Ordinal);
        Assert.Contains("Observation/o", refused.Diagnostics, StringComparison.Ordinal);
        Assert.Equal("Patient", refused.Expression);
        (await node.GetAsync("Patient/p")).ShouldBe(HttpStatusCode.OK);
        (await node.SendAsync("DELETE", "Patient?_id=p")).ShouldBe(HttpStatusCode.Conflict);

        (await node.SendAsync("DELETE", "Group/g")).ShouldBe(HttpStatusCode.NoContent);
        (await node.PutAsync("Observation/o", Observation("o", "Patient/other"))).ShouldBe(HttpStatusCode.OK);
        (await node.SendAsync("DELETE", "Patient/p")).ShouldBe(HttpStatusCode.NoContent);
        (await node.SendAsync("DELETE", "Patient/p")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task GivenManyReferrers_WhenTheirTargetIsDeleted_ThenTenAreNamed()
    {
        await using var node = await StartAsync(ValidationPolicy.Enforce);
        await node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p"}""");
        for (var i = 0; i < 12; i++)
        {
            await node.PutAsync($"Observation/o{i}", Observation($"o{i}", "Patient/p"));
        }

        var says = (await node.SendAsync("DELETE", "Patient/p")).ShouldBe(HttpStatusCode.Conflict).Diagnostics;
        Assert.Equal(10, says.Split("Observation/o").Length - 1);
        Assert.Contains("and others", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenATransaction_WhenReferrersGoWithIt_ThenItIsJudgedAtItsEnd()
    {
        await using var node = await StartAsync(ValidationPolicy.Enforce);
        await node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p"}""");
        await node.PutAsync("Observation/a", Observation("a", "Patient/p"));
        await node.PutAsync("Observation/b", Observation("b", "Patient/p"));
        const string DeletePatient = """{"request":{"method":"DELETE","url":"Patient/p"}}""";
        const string DeleteA = """{"request":{"method":"DELETE","url":"Observation/a"}}""";
        var half = (await node.PostAsync(string.Empty, Transaction(DeletePatient, DeleteA))).ShouldBe(HttpStatusCode.Conflict);
        Assert.StartsWith("Bundle.entry[0]", half.Expression, StringComparison.Ordinal);
        Assert.Contains("Observation/b refers", half.Diagnostics, StringComparison.Ordinal);
        (await node.GetAsync("Observation/a")).ShouldBe(HttpStatusCode.OK);

        var newcomer = Put("c", "Patient/p");
        Assert.Contains("Observation/c", (await node.PostAsync(string.Empty, Transaction(DeletePatient, DeleteA, Put("b", "Patient/q"), newcomer))).ShouldBe(HttpStatusCode.Conflict).Diagnostics, StringComparison.Ordinal);
        (await node.PostAsync(string.Empty, Transaction(DeletePatient, DeleteA, Put("b", "Patient/q")))).ShouldBe(HttpStatusCode.OK);
        (await node.GetAsync("Patient/p")).ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task GivenADeleteOfSeveral_WhenTheyReferToEachOtherOnly_ThenTheyGo()
    {
        await using var node = await TestNode.StartAsync(options => options with { ReferencesOnDelete = ValidationPolicy.Enforce, DeleteMultiple = true });
        await node.PutAsync("Observation/a", Observation("a", "Patient/x"));
        await node.PutAsync("Observation/b", Observation("b", "Patient/x").Replace("\"status\"", "\"hasMember\":[{\"reference\":\"Observation/a\"}],\"status\"", StringComparison.Ordinal));
        (await node.SendAsync("DELETE", "Observation?_id=a")).ShouldBe(HttpStatusCode.Conflict);
        (await node.SendAsync("DELETE", "Observation?_id=a,b")).ShouldBe(HttpStatusCode.NoContent);
        (await node.GetAsync("Observation/b")).ShouldBe(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData(ValidationPolicy.Off)]
    [InlineData(ValidationPolicy.Warn)]
    public async Task GivenAnotherPolicyOrAPurge_WhenAReferredResourceGoes_ThenItGoes(ValidationPolicy policy)
    {
        await using var node = await StartAsync(policy);
        await node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p"}""");
        await node.PutAsync("Observation/o", Observation("o", "Patient/p"));
        (await node.SendAsync("DELETE", "Patient/p")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task GivenEnforce_WhenAPatientIsPurged_ThenReferencesDoNotHoldIt()
    {
        await using var node = await StartAsync(ValidationPolicy.Enforce);
        await node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p"}""");
        await node.PutAsync("Group/g", """{"resourceType":"Group","id":"g","membership":"enumerated","type":"person","member":[{"entity":{"reference":"Patient/p"}},{"entity":{"reference":"Patient/q"}}]}""");
        (await node.SendAsync("POST", "Patient/p/$purge")).ShouldBe(HttpStatusCode.OK);
        (await node.GetAsync("Patient/p")).ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Observation(string id, string subject) => $$$"""{"resourceType":"Observation","id":"{{{id}}}","status":"final","code":{"text":"x"},"subject":{"reference":"{{{subject}}}"}}""";

    private static string Put(string id, string subject) => $$$"""{"resource":{{{Observation(id, subject)}}},"request":{"method":"PUT","url":"Observation/{{{id}}}"}}""";

    private static string Transaction(params string[] entries) => $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""";

    private Task<TestNode> StartAsync(ValidationPolicy policy, string engine = "sqlite")
    {
        Assert.SkipWhen(engine == "postgres" && PostgresDatabase.Unavailable is not null, PostgresDatabase.Unavailable ?? "");
        return TestNode.StartAsync(options => options with
        {
            ReferencesOnDelete = policy,
            Store = engine == "postgres" ? new NodeStoreOptions { Engine = engine, ConnectionString = _database.ConnectionString } : options.Store,
        });
    }
}
