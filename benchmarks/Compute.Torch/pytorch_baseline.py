"""The workloads of this folder's C# program, in PyTorch (Debian's python3-torch with libopenblas0-pthread).

Run by ../compare-torch.sh:  /usr/bin/python3 pytorch_baseline.py THREADS [NAME...]
Writes one line of JSON for each workload: the best and the median of many short windows by the wall clock.
"""
import json
import math
import resource
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

WINDOW_SECONDS, SECONDS, WARMUP_SECONDS = 0.002, 2.5, 0.7
ROWS = 3984


def deepsurv(batch, width):
    net = nn.Sequential(
        nn.Linear(96, width), nn.SELU(), nn.Dropout(0.1),
        nn.Linear(width, width), nn.SELU(), nn.Dropout(0.1),
        nn.Linear(width, 1, bias=False))
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    x, events = torch.randn(ROWS, 96), (torch.rand(ROWS) < 0.5).float()
    at = 0

    def step():
        nonlocal at
        at = 0 if at + 2 * batch > ROWS else at + batch
        optimizer.zero_grad()
        f, e = net(x[at:at + batch]).squeeze(1), events[at:at + batch]
        (((f.logcumsumexp(0) - f) * e).sum() / e.sum()).backward()
        optimizer.step()
    return step


def mlp():
    net = nn.Sequential(nn.Linear(96, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 1))
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    x, y = torch.randn(256, 96), torch.randn(256, 1)

    def step():
        optimizer.zero_grad()
        F.mse_loss(net(x), y).backward()
        optimizer.step()
    return step


def savae():
    inputs, latent, width = 20, 5, 50
    decoder = lambda out: nn.Sequential(nn.Linear(latent, width), nn.ReLU(), nn.Dropout(0.2), nn.Linear(width, out))
    encoder = nn.Sequential(nn.Linear(inputs, width), nn.ReLU(), nn.Linear(width, 2 * latent), nn.Tanh())
    covariates, times = decoder(2 * inputs), decoder(2)
    optimizer = torch.optim.Adam([*encoder.parameters(), *covariates.parameters(), *times.parameters()], lr=1e-3)
    x, time_, observed = torch.randn(64, inputs), torch.rand(64) + 0.1, (torch.rand(64) < 0.5).float()

    def gaussian(head):
        mean = head[:, :inputs].tanh() * 5
        deviation = head[:, inputs:].sigmoid() * 9.999 + 0.001
        return ((((x - mean) / deviation) ** 2) + deviation.log() * 2).sum(1).mean() * 0.5

    def weibull(head):
        shape = head[:, 0].sigmoid() * 1.9998 + 0.0002
        scale = head[:, 1].sigmoid() * 3 + 0.001
        ratio = (time_ / scale).log()
        return -(observed * ((shape / scale).log() + (shape - 1) * ratio) - (shape * ratio).exp()).mean()

    def step():
        optimizer.zero_grad()
        code = encoder(x) * 10
        mean, log_variance = code[:, :latent], code[:, latent:]
        z = mean + (log_variance * 0.5).exp() * torch.randn_like(mean)
        divergence = (1 + log_variance - mean ** 2 - log_variance.exp()).sum(1).mean() * -0.5
        (divergence + gaussian(covariates(z)) + weibull(times(z))).backward()
        optimizer.step()
    return step


class Generator(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.first, self.first_norm = nn.Linear(inputs, 256), nn.BatchNorm1d(256)
        self.second, self.second_norm = nn.Linear(inputs + 256, 256), nn.BatchNorm1d(256)
        self.last = nn.Linear(inputs + 512, outputs)

    def forward(self, x):
        h = torch.cat([self.first_norm(self.first(x)).relu(), x], 1)
        return self.last(torch.cat([self.second_norm(self.second(h)).relu(), h], 1))


def ctgan():
    batch, pac, continuous, discrete, categories, modes = 500, 10, 5, 20, 7, 10
    start, condition_width = continuous * (1 + modes), discrete * categories
    width = start + condition_width
    generator = Generator(128 + condition_width, width)
    critic = nn.Sequential(
        nn.Linear((width + condition_width) * pac, 256), nn.LeakyReLU(0.2), nn.Dropout(0.5),
        nn.Linear(256, 256), nn.LeakyReLU(0.2), nn.Dropout(0.5), nn.Linear(256, 1))
    adam = lambda net: torch.optim.Adam(net.parameters(), lr=2e-4, betas=(0.5, 0.9), weight_decay=1e-6)
    for_generator, for_critic = adam(generator), adam(critic)
    chosen, category = torch.randint(discrete, (batch,)), torch.randint(categories, (batch,))
    condition = F.one_hot(chosen * categories + category, condition_width).float()
    mask = F.one_hot(chosen, discrete).float()
    real = torch.cat([torch.randn(batch, width), condition], 1)
    column = lambda logits, i: logits[:, start + i * categories:start + (i + 1) * categories]

    def activate(logits):
        parts = []
        for i in range(continuous):
            at = i * (1 + modes)
            parts += [logits[:, at:at + 1].tanh(), F.gumbel_softmax(logits[:, at + 1:at + 1 + modes], 0.2)]
        return torch.cat(parts + [F.gumbel_softmax(column(logits, i), 0.2) for i in range(discrete)], 1)

    def fake():
        logits = generator(torch.cat([torch.randn(batch, 128), condition], 1))
        return torch.cat([activate(logits), condition], 1), logits

    def penalty(a, b):
        share = torch.rand(a.shape[0], 1)
        between = (a * share + b * (1 - share)).detach().requires_grad_()
        score = critic(between)
        slope, = torch.autograd.grad(score, between, torch.ones_like(score), create_graph=True)
        return ((slope.norm(2, dim=1) - 1) ** 2).mean() * 10

    def step():
        for_critic.zero_grad()
        rows = fake()[0].detach()
        a, b = rows.reshape(-1, pac * rows.shape[1]), real.reshape(-1, pac * rows.shape[1])
        (critic(a).mean() - critic(b).mean() + penalty(a, b)).backward()
        for_critic.step()
        for_generator.zero_grad()
        rows, logits = fake()
        losses = torch.stack([F.cross_entropy(column(logits, i), category, reduction="none") for i in range(discrete)], 1)
        (-critic(rows.reshape(-1, pac * rows.shape[1])).mean() + (losses * mask).sum() / batch).backward()
        for_generator.step()
    return step


WORKLOADS = {
    **{f"deepsurv-{width}x2-{name}": (lambda b=batch, w=width: deepsurv(b, w))
       for width in (32, 128) for name, batch in (("batch64", 64), ("batch256", 256), ("full", ROWS))},
    "savae-batch64": savae,
    "ctgan-batch500": ctgan,
    "mlp-96-32-32-1-batch256": mlp,
}


def windows(step, steps, seconds):
    """Seconds a step, window by window."""
    found, begin = [], time.perf_counter()
    while time.perf_counter() - begin < seconds or len(found) < 5:
        start = time.perf_counter()
        for _ in range(steps):
            step()
        found.append((time.perf_counter() - start) / steps)
    return sorted(found)


def measure(step):
    """Microseconds a step: best and median by the wall clock, mean of processor time."""
    steps = math.ceil(WINDOW_SECONDS / windows(step, 1, WARMUP_SECONDS)[0])
    processor = time.process_time()
    found = windows(step, steps, SECONDS)
    processor = time.process_time() - processor
    return {"us": round(found[0] * 1e6, 2), "median": round(found[len(found) // 2] * 1e6, 2), "cpu": round(processor / len(found) / steps * 1e6, 2)}


def main():
    threads, names = int(sys.argv[1]), sys.argv[2:]
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    for name, make in WORKLOADS.items():
        if not names or any(name.startswith(n) for n in names):
            print(json.dumps({"name": name, "threads": threads, **measure(make())}), flush=True)
    a, b = torch.randn(256, 256), torch.randn(256, 256)
    product = measure(lambda: a @ b)["us"] * 1e-6
    print(json.dumps({"name": "matmul-256", "threads": threads, "gflops": round(2 * 256 ** 3 / product / 1e9, 1)}))
    print(json.dumps({"name": "peak-memory", "threads": threads, "mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1), "torch": torch.__version__}))


main()
