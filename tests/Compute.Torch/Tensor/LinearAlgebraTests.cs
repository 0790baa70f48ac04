using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class LinearAlgebraTests
{
    [Fact]
    public void GivenABatch_WhenFactoredAndSolved_ThenTheProductsAreTheMatrices()
    {
        manual_seed(3);
        var x = randn(4, 6, 6, float64);
        var a = x.matmul(x.mT) + eye(6, dtype: float64);
        var l = linalg.cholesky(a);
        Assert.True(l.matmul(l.mT).allclose(a, 1e-12, 1e-12));
        Assert.True(a.matmul(linalg.inv(a)).allclose(eye(6, dtype: float64).expand_as(a), 1e-10, 1e-10));
        Assert.True(linalg.slogdet(a).Item2.allclose(l.diagonal(0, -2, -1).log().sum(dim: -1) * 2, 1e-12, 1e-12));
    }

    [Fact]
    public void GivenAMatrixThatIsNotPositiveDefinite_WhenFactored_ThenTheMinorIsNamed()
    {
        var problem = Assert.Throws<ArgumentException>(() => linalg.cholesky(tensor(new[,] { { 1.0, 2 }, { 2, 1 } })));
        Assert.Contains("order 2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenASingularMatrix_WhenSolved_ThenRefusedAndItsDeterminantIsZero()
    {
        var a = tensor(new[,] { { 1.0, 2 }, { 2, 4 } });
        Assert.Throws<ArgumentException>(() => linalg.inv(a));
        Assert.Equal(0, linalg.det(a).item<double>());
        Assert.Equal((0, double.NegativeInfinity), (linalg.slogdet(a).Item1.item<double>(), linalg.slogdet(a).Item2.item<double>()));
    }

    [Fact]
    public void GivenShapesThatDoNotFit_WhenSolved_ThenBothAreNamed()
    {
        var problem = Assert.Throws<ArgumentException>(() => linalg.solve(eye(3), zeros(4, 2)));
        Assert.Contains("expected [.., 3, k] of Float32, got [4, 2]", problem.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => linalg.det(zeros(2, 3)));
    }
}
