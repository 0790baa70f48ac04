namespace GenoMed.Fhir.Store.Tests;

public abstract partial class ResourceStoreTests<TFixture>
{
    [Fact]
    public async Task GivenAUsedKey_WhenUsedAgain_ThenRefusedUntilItExpires()
    {
        var expires = Fixture.Time.Now.AddMinutes(5);
        Assert.True(await Store.TryUseAsync("a", expires, Token));
        Assert.True(await Store.TryUseAsync("b", expires, Token));
        Assert.False(await Store.TryUseAsync("a", expires, Token));
        await _fixture.ReopenAsync();
        Assert.False(await Store.TryUseAsync("a", expires, Token));
        Fixture.Time.Now = expires.AddSeconds(1);
        Assert.True(await Store.TryUseAsync("c", expires.AddMinutes(5), Token));
        Assert.True(await Store.TryUseAsync("a", expires.AddMinutes(5), Token));
    }

    [Fact]
    public async Task GivenManyWhoUseOneKeyAtOnce_WhenTold_ThenOneIsTheFirst()
    {
        var expires = Fixture.Time.Now.AddMinutes(5);
        var firsts = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => Store.TryUseAsync($"key {i % 4}", expires, Token), Token)));
        Assert.Equal(4, firsts.Count(first => first));
    }
}
