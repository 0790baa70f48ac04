using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Goldens;

/// <summary>The programs of make_goldens.py, written against this engine.</summary>
internal static class GoldenPrograms
{
    internal static readonly Dictionary<string, Func<Tensor[], Tensor>> Ops = new()
    {
        ["add"] = x => x[0] + x[1],
        ["mul"] = x => x[0] * x[1],
        ["div"] = x => x[0] / (x[1] + 2),
        ["pow"] = x => (x[0] + 2).pow(1.5),
        ["maximum"] = x => maximum(x[0], x[1]),
        ["clamp"] = x => x[0].clamp(-0.5, 0.4),
        ["expm1"] = x => x[0].expm1(),
        ["log1p"] = x => x[0].log1p(),
        ["relu"] = x => x[0].relu(),
        ["leaky_relu"] = x => leaky_relu(x[0], 0.2),
        ["elu"] = x => elu(x[0], 0.7),
        ["selu"] = x => selu(x[0]),
        ["sigmoid"] = x => x[0].sigmoid(),
        ["tanh"] = x => x[0].tanh(),
        ["softplus"] = x => softplus(x[0] * 30, 1.5, 20),
        ["softmax"] = x => x[0].softmax(1),
        ["log_softmax"] = x => x[0].log_softmax(0),
        ["sum"] = x => x[0].sum(1, keepdim: true),
        ["mean"] = x => x[0].mean([0, 2]),
        ["var"] = x => x[0].var(dim: 0),
        ["std"] = x => x[0].std(),
        ["norm"] = x => x[0].norm(),
        ["max"] = x => x[0].max(1).values,
        ["logsumexp"] = x => x[0].logsumexp(1),
        ["cumsum"] = x => x[0].cumsum(0),
        ["logcumsumexp"] = x => (x[0] * 20).logcumsumexp(0),
        ["mm"] = x => x[0].mm(x[1]),
        ["matmul"] = x => x[0].matmul(x[1]),
        ["linear"] = x => linear(x[0], x[1], x[2]),
        ["gather"] = x => x[0].gather(1, tensor(new long[,] { { 0, 0, 2 }, { 1, 3, 3 } })),
        ["index_select"] = x => x[0].index_select(0, tensor(new long[] { 2, 0, 2 })),
        ["where"] = x => where(x[0] > 0, x[0], x[1]),
        ["mse_loss"] = x => mse_loss(x[0], x[1]),
        ["bce_logits"] = x => binary_cross_entropy_with_logits(x[0], x[1]),
        ["batch_norm"] = x => batch_norm(x[0], null, null, x[1], x[2], training: true),
        ["gradient_penalty"] = x => Penalty(x[0], x[1], x[2]),
    };

    internal static readonly Dictionary<string, Func<IEnumerable<Modules.Parameter>, optim.Optimizer>> Optimizers = new()
    {
        ["sgd"] = p => optim.SGD(p, learningRate: 0.05),
        ["sgd_momentum"] = p => optim.SGD(p, learningRate: 0.05, momentum: 0.9, weight_decay: 0.01),
        ["sgd_nesterov"] = p => optim.SGD(p, learningRate: 0.05, momentum: 0.9, nesterov: true),
        ["adam"] = p => optim.Adam(p, lr: 0.01, weight_decay: 0.1),
        ["adam_amsgrad"] = p => optim.Adam(p, lr: 0.1, beta1: 0.5, beta2: 0.9, amsgrad: true),
        ["adamw"] = p => optim.AdamW(p, lr: 0.01, weight_decay: 0.1),
    };

    // The gradient penalty of a Wasserstein critic (Gulrajani et al. 2017): the gradient of a gradient.
    private static Tensor Penalty(Tensor x, Tensor w, Tensor b)
    {
        var y = linear(x, w, b).tanh().sum();
        var g = autograd.grad([y], [x], create_graph: true)[0];
        return (g.norm(1, false, 2f) - 1).square().mean();
    }
}
