using GenoMed.Fhir.Node.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GenoMed.Fhir.Node.Tests;

public sealed class NodeHostTests
{
    [Fact]
    public async Task GivenANode_WhenBuilt_ThenItWatchesNoFolderForItsSettings()
    {
        await using var node = await TestNode.StartAsync();
        var files = ((IConfigurationRoot)node.Services.GetRequiredService<IConfiguration>()).Providers.OfType<FileConfigurationProvider>().ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Source.ReloadOnChange);
    }
}
