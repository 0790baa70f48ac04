"""Golden values of the Rényi accountant, by another way than its binomial sum: the Rényi divergence of the
subsampled Gaussian from its definition, as an integral (Simpson's rule on log-space terms), over the same
integer orders. Standard library only.

    python3 accountant.py > accountant.txt
"""
import math

ORDERS = list(range(2, 129)) + [2 ** p for p in range(8, 17)]


def divergence(order, sigma, q, points=40001):
    """D_alpha of (1-q) N(0, s^2) + q N(1, s^2) from N(0, s^2): log of the mean of (mixture / base)^alpha, over alpha - 1."""
    low, high = -40 * sigma, order + 40 * sigma
    step = (high - low) / (points - 1)
    logs = []
    for i in range(points):
        x = low + i * step
        base = -x * x / (2 * sigma * sigma) - math.log(sigma * math.sqrt(2 * math.pi))
        a, b = math.log1p(-q), math.log(q) + (2 * x - 1) / (2 * sigma * sigma)
        ratio = max(a, b) + math.log1p(math.exp(-abs(a - b)))
        weight = 1 if i in (0, points - 1) else 4 if i % 2 else 2
        logs.append(base + order * ratio + math.log(weight * step / 3))
    top = max(logs)
    return (top + math.log(math.fsum(math.exp(v - top) for v in logs))) / (order - 1)


def epsilon(sigma, q, steps, delta):
    best = math.inf
    for order in ORDERS:
        if q < 1 and order > 256:
            break
        d = order / (2 * sigma * sigma) if q == 1 else divergence(order, sigma, q)
        best = min(best, steps * d + math.log((order - 1) / order) - (math.log(delta) + math.log(order)) / (order - 1))
    return best


print("[divergence]")
for i, (order, sigma, q) in enumerate([(2, 1, 0.01), (8, 1.1, 256 / 60000), (32, 4, 0.01), (64, 2, 0.1), (20, 0.8, 0.3)]):
    print(f"case{i}: {order} {sigma} {q!r} {divergence(order, sigma, q)!r}")
print()
print("[epsilon]")
# The first two are settings with published figures under the older conversion, which RenyiAccountantTests checks:
# TensorFlow Privacy's MNIST tutorial (60 epochs of 60,000 at batch 256, noise 1.1) and Abadi et al. 2016, section 3.2.
cases = [(1.1, 256 / 60000, 14062, 1e-5), (4, 0.01, 10000, 1e-5), (1, 1, 1, 1e-5), (5, 1, 60, 1e-3), (0.8, 0.05, 500, 1e-4)]
for i, (sigma, q, steps, delta) in enumerate(cases):
    print(f"case{i}: {sigma} {q!r} {steps} {delta} {epsilon(sigma, q, steps, delta)!r}")
