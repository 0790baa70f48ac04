using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>What does not fit says what was expected and what came.</summary>
public sealed class ShapeMismatchTests
{
    private static readonly Dictionary<string, Func<object?>> Calls = new()
    {
        ["add"] = () => ones(2, 3) + ones(2, 4),
        ["where"] = () => where(ones(2, 4).gt(0), ones(2, 3), ones(2, 3)),
        ["mm"] = () => ones(2, 3).mm(ones(2, 4)),
        ["matmul"] = () => ones(2, 3).matmul(ones(2, 4)),
        ["bmm"] = () => ones(1, 2, 3).bmm(ones(1, 2, 4)),
        ["linear"] = () => nn.functional.linear(ones(2, 3), ones(2, 4)),
        ["linear bias"] = () => nn.functional.linear(ones(2, 3), ones(2, 3), ones(4)),
        ["batch norm"] = () => nn.functional.batch_norm(ones(2, 3), null, null, weight: ones(4), training: true),
        ["cat"] = () => cat([ones(2, 3), ones(2, 4)], 0),
        ["stack"] = () => stack([ones(2, 3), ones(2, 4)]),
        ["expand"] = () => ones(2, 3).expand(2, 4),
        ["copy"] = () => ones(2, 3).copy_(ones(2, 4)),
        ["gather"] = () => ones(2, 3).gather(0, zeros([2, 4], int64)),
        ["scatter add"] = () => ones(2, 3).scatter_add(0, zeros([2, 3], int64), ones(2, 4)),
        ["index add"] = () => ones(2, 3).index_add(0, zeros([2], int64), ones(2, 4), 1),
        ["loss"] = () => nn.functional.mse_loss(ones(2, 3), ones(2, 4)),
        ["classes"] = () => nn.functional.cross_entropy(ones(2, 3), zeros([4], int64)),
        ["gradient"] = () => autograd.grad([ones(2, 3).requires_grad_() * 2], [ones(1).requires_grad_()], [ones(2, 4)]),
        ["dot"] = () => ones(3).dot(ones(4)),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenShapesThatDoNotMatch_WhenCalled_ThenBothAreNamed(string name)
    {
        var problem = Assert.ThrowsAny<ArgumentException>(() => Calls[name]());
        Assert.Matches(@"\[[^]]*3[^]]*\]", problem.Message);
        Assert.Matches(@"\[[^]]*4[^]]*\]", problem.Message);
    }
}
