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
    "lgamma": (lambda x: (x * 5 + 0.3).lgamma(), [[12]]),
    "digamma": (lambda x: (x * 5 + 0.3).digamma(), [[12]]),
    "polygamma": (lambda x: torch.polygamma(2, x.abs() * 9 + 0.1), [[12]]),
    "erf": (lambda x: (x * 4).erf(), [[12]]),
    "erfc": (lambda x: (x * 4 + 2).erfc(), [[12]]),
    "prod": (lambda x: x.prod(1), [[3, 4]]),
    "prod_with_zero": (lambda x: (x * torch.tensor([1, 0, 2, 0.5])).prod(1), [[3, 4]]),
    "cumprod": (lambda x: x.cumprod(1), [[3, 4]]),
    "cumprod_with_zero": (lambda x: (x * torch.tensor([1, 2, 0, 0.5])).cumprod(1), [[3, 4]]),
    "median": (lambda x: x.median(), [[3, 4]]),
    "topk": (lambda x: x.topk(3, 1).values, [[2, 6]]),
    "tril": (lambda x: x.tril(-1), [[3, 4]]),
    "triu": (lambda x: x.triu(1), [[2, 3, 4]]),
    "diagonal": (lambda x: x.diagonal(-1, 2, 0), [[4, 2, 3]]),
    "diag_embed": (lambda x: torch.diag_embed(x, 1), [[2, 3]]),
    "cholesky": (lambda x: torch.linalg.cholesky(definite(x)), [[2, 3, 3]]),
    "solve": (lambda x, y: torch.linalg.solve(regular(x), y), [[2, 3, 3], [2, 3, 2]]),
    "solve_vector": (lambda x, y: torch.linalg.solve(regular(x), y), [[3, 3], [3]]),
    "solve_triangular": (lambda x, y: torch.linalg.solve_triangular(regular(x), y, upper=True, left=False), [[3, 3], [2, 3]]),
    "inv": (lambda x: torch.linalg.inv(regular(x)), [[2, 3, 3]]),
    "det": (lambda x: torch.linalg.det(regular(x)), [[2, 3, 3]]),
    "slogdet": (lambda x: torch.linalg.slogdet(regular(x))[1], [[2, 3, 3]]),
    "logdet": (lambda x: torch.logdet(definite(x)), [[3, 3]]),
    "cross_entropy": (lambda x: F.cross_entropy(x, torch.tensor([2, 0, -100, 1])), [[4, 3]]),
    "cross_entropy_weighted": (lambda x: F.cross_entropy(x, torch.tensor([2, 0, 0, 1]), torch.tensor([0.5, 1, 2], dtype=x.dtype), label_smoothing=0.1), [[4, 3]]),
    "cross_entropy_shares": (lambda x, y: F.cross_entropy(x, y.softmax(1)), [[4, 3], [4, 3]]),
    "nll_loss": (lambda x: F.nll_loss(x, torch.tensor([2, 0, 0, 1]), torch.tensor([0.5, 1, 2], dtype=x.dtype)), [[4, 3]]),
    "index_pairs": (lambda x: x[torch.tensor([0, 2, -1]), torch.tensor([1, 3, 0])], [[3, 4]]),
    "index_grid": (lambda x: x[:, torch.tensor([[0, 3], [2, 2]])], [[3, 4]]),
    "index_mask": (lambda x: x[x > 0], [[3, 4]]),
    "put_mask": (lambda x, y: put(x, y, x[:, 0] > 0), [[3, 4], [4]]),
    "put_slice": (lambda x, y: put(x, y, slice(None), 1), [[3, 4], [3]]),
    "put_number": (lambda x: put(x, 2.5, x < 0), [[3, 4]]),
    "scatter": (lambda x, y: x.scatter(1, torch.tensor([[0, 2], [3, 1]]), y), [[2, 4], [2, 2]]),
    "gradient_penalty": (None, [[4, 3], [5, 3], [5]]),
}


def values(shape, k):
    n = 1
    for size in shape:
        n *= size
    return torch.sin(1 + torch.arange(n, dtype=torch.float64) + 10 * k).reshape(shape).requires_grad_()


def regular(x):
    return x + 2 * torch.eye(x.shape[-1], dtype=x.dtype)


def put(x, value, *places):
    y = x * 1
    y[places] = value
    return y


def definite(x):
    return x @ x.mT + 0.5 * torch.eye(x.shape[-1], dtype=x.dtype)


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
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01, weight_decay=0.1),
    "rmsprop_centered": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9, momentum=0.8, centered=True),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.1),
}

SCHEDULES = {
    "LambdaLR": lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda epoch: 1 / (1 + 0.3 * epoch)),
    "StepLR": lambda o: torch.optim.lr_scheduler.StepLR(o, 3, 0.5),
    "MultiStepLR": lambda o: torch.optim.lr_scheduler.MultiStepLR(o, [2, 5, 6], 0.5),
    "ExponentialLR": lambda o: torch.optim.lr_scheduler.ExponentialLR(o, 0.9),
    "LinearLR": lambda o: torch.optim.lr_scheduler.LinearLR(o),
    "CosineAnnealingLR": lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 7, 0.01),
    "ReduceLROnPlateau": lambda o: torch.optim.lr_scheduler.ReduceLROnPlateau(o, "min", 0.5, 1, cooldown=1),
    "ReduceLROnPlateau_max": lambda o: torch.optim.lr_scheduler.ReduceLROnPlateau(o, "max", 0.5, 0, threshold=0.05, threshold_mode="abs", min_lr=0.03),
}
METRIC = [5, 4, 4.5, 4.1, 3.99999, 4.2, 4.3, 4.4, 3, 3.01, 3.02, 3.04]


def schedule(name):
    """The learning rate at the start and after each of twelve epochs."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = SCHEDULES[name](optimizer)
    rates = [optimizer.param_groups[0]["lr"]]
    for metric in METRIC:
        optimizer.step()
        scheduler.step(*([metric] if "Plateau" in name else []))
        rates.append(optimizer.param_groups[0]["lr"])
    return rates


goldens = {
    "torch": torch.__version__,
    "ops": {name: case(name) for name in OPS},
    "schedules": {name: schedule(name) for name in SCHEDULES},
    "optimizers": {name: training(make) for name, make in OPTIMIZERS.items()},
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "goldens.json"), "w") as file:
    json.dump(goldens, file, separators=(",", ":"))
    file.write("\n")
