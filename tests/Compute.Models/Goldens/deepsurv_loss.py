"""Golden values of DeepSurv's loss and its gradient, by PyTorch's autograd (Debian: python3-torch).

    /usr/bin/python3 deepsurv_loss.py > deepsurv_loss.txt

The loss is written as the definition reads, risk set by risk set, in float64. One case a block.
"""
import torch

torch.set_default_dtype(torch.float64)


def loss(f, durations, events, ties):
    total, count = f.sum() * 0, 0
    for time in sorted(set(durations.tolist())):
        tied = (durations == time) & (events == 1)
        d = int(tied.sum())
        at_risk = torch.exp(f[durations >= time]).sum()
        for l in range(d):
            share = l / d if ties == "efron" else 0.0
            total = total + torch.log(at_risk - share * torch.exp(f[tied]).sum())
        total = total - f[tied].sum()
        count += d
    return total / count


def show(key, values):
    print(key + ": " + " ".join("%.17g" % v for v in values))


def case(name, seed, n, scale, distinct, seen):
    torch.manual_seed(seed)
    # Rounded to float32 first, so that C# starts from the same numbers.
    f = (torch.randn(n) * scale).float().double().requires_grad_()
    durations = torch.randint(1, distinct + 1, (n,)).double()
    events = (torch.rand(n) < seen).double()
    events[0] = 1
    for ties in ("breslow", "efron"):
        f.grad = None
        value = loss(f, durations, events, ties)
        value.backward()
        print("[%s %s]" % (name, ties))
        show("f", f.tolist())
        show("durations", durations.tolist())
        show("events", events.tolist())
        show("loss", [value.item()])
        show("gradient", f.grad.tolist())


case("no_ties", 1, 40, 1, 100000, 0.6)
case("many_ties", 2, 60, 1, 7, 0.6)
case("all_events_tied", 3, 12, 1, 1, 1.0)
case("wide", 4, 30, 20, 15, 0.5)
case("single_row", 5, 1, 1, 3, 1.0)
case("two_rows", 6, 2, 1, 2, 1.0)
