using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Goldens;

/// <summary>Values and gradients against PyTorch's, in both floating types.</summary>
public sealed class GoldenTests
{
    private static readonly JsonElement Goldens = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", "goldens.json"))).RootElement;

    public static TheoryData<string> Ops() => [.. GoldenPrograms.Ops.Keys];

    public static TheoryData<string> Optimizers() => [.. GoldenPrograms.Optimizers.Keys];

    [Fact]
    public void EveryGoldenHasAProgram()
    {
        Assert.Equal(Goldens.GetProperty("ops").EnumerateObject().Select(p => p.Name).Order(), GoldenPrograms.Ops.Keys.Order());
        Assert.Equal(Goldens.GetProperty("optimizers").EnumerateObject().Select(p => p.Name).Order(), GoldenPrograms.Optimizers.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Ops))]
    public void Float64IsPyTorchs(string name) => AssertGolden(name, float64, 1e-9);

    [Theory]
    [MemberData(nameof(Ops))]
    public void Float32IsPyTorchs(string name) => AssertGolden(name, float32, 3e-5);

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void TenStepsEndWherePyTorchs(string name)
    {
        var (w, b) = (nn.Parameter(Values([3, 4], 1, float64)), nn.Parameter(Values([3], 2, float64)));
        var x = Values([6, 4], 0, float64);
        using var optimizer = GoldenPrograms.Optimizers[name]([w, b]);
        for (var i = 0; i < 10; i++)
        {
            optimizer.zero_grad();
            nn.functional.linear(x, w, b).tanh().square().sum().backward();
            optimizer.step();
        }

        AssertClose(Goldens.GetProperty("optimizers").GetProperty(name), cat([w.flatten(), b]).detach(), 1e-9, name);
    }

    private static void AssertGolden(string name, ScalarType type, double tolerance)
    {
        var golden = Goldens.GetProperty("ops").GetProperty(name);
        Tensor[] inputs = [.. golden.GetProperty("shapes").EnumerateArray().Select((shape, k) => Values(Longs(shape), k, type).requires_grad_())];
        var result = GoldenPrograms.Ops[name](inputs);
        Assert.Equal(Longs(golden.GetProperty("out_shape")), result.shape);
        AssertClose(golden.GetProperty("out"), result, tolerance, name);
        var weights = arange(0, result.numel(), dtype: float64).cos().to_type(type).reshape(result.shape);
        (result * weights).sum().backward();
        for (var i = 0; i < inputs.Length; i++)
        {
            AssertClose(golden.GetProperty("grads")[i], inputs[i].grad!, 10 * tolerance, $"{name}, gradient {i}");
        }
    }

    private static Tensor Values(long[] shape, int k, ScalarType type) =>
        (arange(0, shape.Aggregate(1L, (a, b) => a * b), dtype: float64) + (1 + (10 * k))).sin().reshape(shape).to_type(type);

    private static long[] Longs(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetInt64())];

    private static void AssertClose(JsonElement expected, Tensor found, double tolerance, string what)
    {
        var (want, got) = (expected.EnumerateArray().Select(number => number.GetDouble()).ToArray(), found.to_type(float64).data<double>().ToArray());
        Assert.Equal(want.Length, got.Length);
        for (var i = 0; i < want.Length; i++)
        {
            Assert.True(Math.Abs(want[i] - got[i]) <= tolerance * (1 + Math.Abs(want[i])), $"{what}: element {i}: expected {want[i]}, got {got[i]}");
        }
    }
}
