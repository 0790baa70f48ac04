using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace GenoMed.Fhir.Store.Tests;

public abstract partial class ResourceStoreTests<TFixture>
{
    [Fact]
    public async Task GivenAnyContent_WhenReadBack_ThenEveryPropertyButIdAndMetaHasItsBytes()
    {
        var contents = AnyObject().Sample(40, 40).ToList();
        await Store.CommitAsync([.. contents.Select((content, i) => Create(content, $"x{i}"))], Token);
        for (var i = 0; i < contents.Count; i++)
        {
            var read = (await Store.ReadAsync("Basic", $"x{i}", Token))!.Resource!;
            Assert.Equal(Properties(contents[i]), Properties(Encoding.UTF8.GetString(read.Json.Span)));
        }
    }

    private static List<string> Properties(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject()
            .Where(property => property.Name is not ("id" or "meta"))
            .Select(property => property.Name + "=" + property.Value.GetRawText())];
    }

    private static Gen<string> AnyObject()
        => AnyValue(3).ListOf().Select(values => "{\"resourceType\":\"Basic\"" + string.Concat(values.Select((value, i) => $",\"p{i}\":{value}")) + "}");

    private static Gen<string> AnyValue(int depth)
    {
        var text = ArbMap.Default.GeneratorFor<UnicodeString>().Select(value => JsonValue.Create(value.Get).ToJsonString());
        var number = Gen.Elements("0", "1.0", "1.00", "-0.5", "1e3", "1.10E-7", "123456789012345678901234567890.5");
        var leaf = Gen.OneOf(text, number, Gen.Elements("true", "false", "null"));
        return depth == 0
            ? leaf
            : Gen.OneOf(leaf, AnyValue(depth - 1).ListOf().Select(items => $"[{string.Join(',', items)}]"), AnyValue(depth - 1).Select(item => $"{{\"a\":{item}}}"));
    }
}
