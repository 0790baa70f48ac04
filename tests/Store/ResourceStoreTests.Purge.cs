namespace GenoMed.Fhir.Store.Tests;

public abstract partial class ResourceStoreTests<TFixture>
{
    [Fact]
    public async Task GivenAPurge_WhenReadSearchedOrListed_ThenNothingOfTheResourceIsLeft()
    {
        await CommitAsync(Create(Patient("Rossi"), "gone"));
        await CommitAsync(Update(Patient("Bianchi"), "gone"));
        await CommitAsync(Delete("Patient", "gone"));
        await CommitAsync(Update(Patient("Bianchi"), "gone"));
        await CommitAsync(Create(Patient("Bianchi"), "stays"));

        Assert.Equal(1, await Store.PurgeAsync([new("Patient", "gone"), new("Patient", "never"), new("Unheard", "gone")], Token));

        Assert.Null(await Store.ReadAsync("Patient", "gone", Token));
        Assert.Null(await Store.VReadAsync("Patient", "gone", 1, Token));
        var history = await Store.HistoryAsync(new HistoryQuery(null, null, null, 100, null), Token);
        Assert.Equal(["stays"], history.Versions.Select(version => version.Id));
        var page = await Store.SearchAsync(SearchTester.Query("Patient", "string family=bianchi"), Token);
        Assert.Equal(["stays"], page.Matches.Select(match => match.Id));
        Assert.Equal(1, (await Store.CountAsync(Token))["Patient"]);
    }

    [Fact]
    public async Task GivenAPurgedId_WhenCreatedAgain_ThenItBeginsWithVersion1()
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        await CommitAsync(Update(Patient("Bianchi"), "p1"));
        await Store.PurgeAsync([new("Patient", "p1")], Token);
        Assert.Equal(1, (await CommitAsync(Create(Patient("Verdi"), "p1"))).VersionId);
        Assert.Equal(0, await Store.PurgeAsync([new("Patient", "p2")], Token));
    }

    [Fact]
    public async Task GivenAPurge_WhenReopened_ThenTheResourceIsStillGone()
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        await Store.PurgeAsync([new("Patient", "p1")], Token);
        await _fixture.ReopenAsync();
        Assert.Null(await Store.ReadAsync("Patient", "p1", Token));
    }
}
