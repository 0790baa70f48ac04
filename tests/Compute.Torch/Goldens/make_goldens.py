"""Writes goldens.json: what PyTorch computes for a list of small programs, forward and backward.

Run with Debian's python3-torch:  /usr/bin/python3 make_goldens.py
Inputs are not random: element i of input k is sin(1 + i + 10 k), so that the test rebuilds them.
"""
import json
import os
import torch
import torch.nn.functional as F

OPS = {
    "add": (lambda x, y: x + y, [[3, 4], [4]]),
    "mul": (lambda x, y: x * y, [[3, 1], [4]]),
    "div": (lambda x, y: x / (y + 2), [[3, 4], [4]]),
    "pow": (lambda x: (x + 2).pow(1.5), [[5]]),
    "maximum": (lambda x, y: torch.maximum(x, y), [[3, 4], [4]]),
    "clamp": (lambda x: x.clamp(-0.5, 0.4), [[9]]),
    "expm1": (lambda x: x.expm1(), [[5]]),
    "log1p": (lambda x: x.log1p(), [[5]]),
    "relu": (lambda x: x.relu(), [[9]]),
    "leaky_relu": (lambda x: F.leaky_relu(x, 0.2), [[9]]),
    "elu": (lambda x: F.elu(x, 0.7), [[9]]),
    "selu": (lambda x: F.selu(x), [[40]]),
    "sigmoid": (lambda x: x.sigmoid(), [[40]]),
    "tanh": (lambda x: x.tanh(), [[40]]),
    "softplus": (lambda x: F.softplus(x * 30, 1.5, 20), [[9]]),
    "softmax": (lambda x: x.softmax(1), [[3, 4]]),
    "log_softmax": (lambda x: x.log_softmax(0), [[3, 4]]),
    "sum": (lambda x: x.sum(1, keepdim=True), [[2, 3, 4]]),
    "mean": (lambda x: x.mean((0, 2)), [[2, 3, 4]]),
    "var": (lambda x: x.var(0), [[5, 3]]),
    "std": (lambda x: x.std(), [[5, 3]]),
    "norm": (lambda x: x.norm(), [[5, 3]]),
    "max": (lambda x: x.max(1).values, [[4, 5]]),
    "logsumexp": (lambda x: x.logsumexp(1), [[4, 5]]),
    "cumsum": (lambda x: x.cumsum(0), [[4, 5]]),
    "logcumsumexp": (lambda x: (x * 20).logcumsumexp(0), [[7]]),
    "mm": (lambda x, y: x @ y, [[5, 33], [33, 4]]),
    "matmul": (lambda x, y: x @ y, [[2, 3, 4], [4, 5]]),
    "linear": (lambda x, w, b: F.linear(x, w, b), [[17, 9], [35, 9], [35]]),
    "gather": (lambda x: x.gather(1, torch.tensor([[0, 0, 2], [1, 3, 3]])), [[2, 4]]),
    "index_select": (lambda x: x.index_select(0, torch.tensor([2, 0, 2])), [[3, 4]]),
    "where": (lambda x, y: torch.where(x > 0, x, y), [[3, 4], [4]]),
    "mse_loss": (lambda x, y: F.mse_loss(x, y), [[3, 4], [3, 4]]),
    "bce_logits": (lambda x, y: F.binary_cross_entropy_with_logits(x, y), [[3, 4], [3, 4]]),
    "batch_norm": (lambda x, w, b: F.batch_norm(x, None, None, w, b, training=True), [[6, 3], [3], [3]]),
    "gradient_penalty": (None, [[4, 3], [5, 3], [5]]),
}


def values(shape, k):
    n = 1
    for size in shape:
        n *= size
    return torch.sin(1 + torch.arange(n, dtype=torch.float64) + 10 * k).reshape(shape).requires_grad_()


def penalty(x, w, b):
    y = torch.tanh(F.linear(x, w, b)).sum()
    g, = torch.autograd.grad(y, x, create_graph=True)
    return ((g.norm(2, dim=1) - 1) ** 2).mean()


def case(name):
    function, shapes = OPS[name]
    inputs = [values(shape, k) for k, shape in enumerate(shapes)]
    out = (function or penalty)(*inputs)
    weights = torch.cos(torch.arange(out.numel(), dtype=torch.float64)).reshape(out.shape)
    grads = torch.autograd.grad((out * weights).sum(), inputs, allow_unused=True)
    flat = lambda t: [] if t is None else [float(f"{v:.12g}") for v in t.detach().reshape(-1).tolist()]
    return {"shapes": shapes, "out_shape": list(out.shape), "out": flat(out), "grads": [flat(g) for g in grads]}


def training(make):
    """Ten steps on a small net: the parameters at the end."""
    w, b = values([3, 4], 1).detach().requires_grad_(), values([3], 2).detach().requires_grad_()
    x = values([6, 4], 0).detach()
    optimizer = make([w, b])
    for _ in range(10):
        optimizer.zero_grad()
        (F.linear(x, w, b).tanh() ** 2).sum().backward()
        optimizer.step()
    return [float(f"{v:.12g}") for v in torch.cat([w.detach().reshape(-1), b.detach()]).tolist()]


OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.05),
    "sgd_momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.01),
    "sgd_nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=0.01, weight_decay=0.1),
    "adam_amsgrad": lambda p: torch.optim.Adam(p, lr=0.1, betas=(0.5, 0.9), amsgrad=True),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.1),
}

goldens = {
    "torch": torch.__version__,
    "ops": {name: case(name) for name in OPS},
    "optimizers": {name: training(make) for name, make in OPTIMIZERS.items()},
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "goldens.json"), "w") as file:
    json.dump(goldens, file, separators=(",", ":"))
    file.write("\n")
