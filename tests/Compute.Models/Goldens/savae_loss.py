"""Golden values of SAVAE's loss terms and their gradients, by PyTorch (Debian: python3-torch).

    /usr/bin/python3 savae_loss.py > savae_loss.txt

Densities are those of torch.distributions, in float64. The columns are 2 numbers, 2 binaries and a category of 3.
"reference" has the bounds of the paper's code, "ours" those of this project (WeibullHead, NumberHead).
"""
import torch
from torch.distributions import Bernoulli, Categorical, Normal, Weibull, kl_divergence

torch.set_default_dtype(torch.float64)


def rounded(*shape):
    return torch.randn(*shape).float().double()


def show(key, values):
    print(key + ": " + " ".join("%.17g" % v for v in values.flatten().tolist()))


def covariates(output, values, presence, reference):
    a, b = output[:, 0:2], output[:, 2:4]
    mean = 5 * torch.tanh(a) if reference else a
    sd = (torch.sigmoid(b) * (10 - 0.001) + 0.001) / 100 if reference else torch.nn.functional.softplus(b) + 0.05
    total = (Normal(mean, sd).log_prob(values[:, 0:2]) * presence[:, 0:2]).sum()
    total = total + (Bernoulli(logits=output[:, 4:6]).log_prob(values[:, 2:4]) * presence[:, 2:4]).sum()
    known = presence[:, 4] == 1
    total = total + Categorical(logits=output[known, 6:9]).log_prob(values[known, 4:7].argmax(1)).sum()
    return -total / len(values)


def time(output, times, events, reference):
    a, b = output[:, 0], output[:, 1]
    if reference:
        shape = 2 * (torch.sigmoid(a) * 9.999 + 0.001) / 10
        scale = 30 * (torch.sigmoid(b) * 9.999 + 0.001) / 10
    else:
        shape = torch.exp(2 * torch.tanh(a / 2))
        scale = 2.5 * torch.exp(10 * torch.tanh(b / 10))
    density = Weibull(scale, shape)
    survival = -((times / scale) ** shape)
    return -(events * density.log_prob(times) + (1 - events) * survival).mean()


for reference in (False, True):
    torch.manual_seed(3 + reference)
    n = 12
    print("[%s]" % ("reference" if reference else "ours"))
    values = torch.cat([rounded(n, 2), (torch.rand(n, 2) < 0.4).double(), torch.eye(3)[torch.randint(0, 3, (n,))]], 1)
    presence = torch.cat([(torch.rand(n, 4) < 0.8).double(), (torch.rand(n, 1) < 0.8).double().expand(n, 3)], 1)
    values = values * presence
    output = rounded(n, 9).requires_grad_()
    loss = covariates(output, values, presence, reference)
    loss.backward()
    for key, tensor in (("values", values), ("presence", presence), ("output", output), ("covariates", loss), ("covariates_gradient", output.grad)):
        show(key, tensor.detach())

    times = (torch.rand(n) * 8 + 0.1).float().double()
    events = (torch.rand(n) < 0.5).double()
    output = rounded(n, 2).requires_grad_()
    loss = time(output, times, events, reference)
    loss.backward()
    for key, tensor in (("times", times), ("events", events), ("time_output", output), ("time", loss), ("time_gradient", output.grad)):
        show(key, tensor.detach())

    mean, log_variance = rounded(n, 4).requires_grad_(), rounded(n, 4)
    kl = kl_divergence(Normal(mean, torch.exp(log_variance / 2)), Normal(0.0, 1.0)).sum(1).mean()
    kl.backward()
    for key, tensor in (("mean", mean), ("log_variance", log_variance), ("kl", kl), ("kl_gradient", mean.grad)):
        show(key, tensor.detach())
