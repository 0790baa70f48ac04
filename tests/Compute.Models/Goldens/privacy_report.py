"""Golden values of the privacy report, by definition in numpy and scipy (Debian's python3-numpy, python3-scipy).

    /usr/bin/python3 privacy_report.py > privacy_report.txt

Numbers are multiples of 1/64 of the range, so that equal distances are equal in float32 too. Columns: x, n (numbers with
missing), a, b (binary), c (three categories), os (duration, event). Each table is printed column by column.
"""
import numpy as np
from scipy.stats import norm

from seeded import SplitMix64, derived, divide

SEED, LEVEL = 5, 0.95
NUMBERS, DISCRETE = [0, 1, 5], [2, 3, 4, 6]
rng = np.random.default_rng(11)


def patients(count):
    x = rng.integers(0, 65, count).astype(float)
    n = np.where(rng.random(count) < 0.2, np.nan, rng.integers(0, 9, count) * 8.0)
    a = (rng.random(count) < 0.3).astype(float)
    b = np.where(rng.random(count) < 0.1, np.nan, (rng.random(count) < 0.5 + a / 4).astype(float))
    c = rng.integers(0, 3, count).astype(float)
    return np.column_stack([x, n, a, b, c, rng.integers(0, 65, count), rng.random(count) < 0.6])


def distances(queries, references, low, high):
    total = np.zeros((len(queries), len(references)))
    for column in range(queries.shape[1]):
        q, r = queries[:, column][:, None], references[:, column][None, :]
        both, either = np.isnan(q) & np.isnan(r), np.isnan(q) | np.isnan(r)
        if column in NUMBERS:
            known = np.minimum(np.abs(q - r) / (high[column] - low[column]), 1)
        else:
            known = (q != r).astype(float)
        total += np.where(both, 0, np.where(either, 1, known))
    return total / queries.shape[1]


def quantiles(values):
    z = norm.ppf((1 + LEVEL) / 2)
    half = z / (2 * np.sqrt(len(values)))
    return [len(values), np.median(values), np.quantile(values, 0.05), *np.quantile(values, [0.5 - half, 0.5 + half])]


def nearest(name, d):
    two = np.sort(d, axis=1)[:, :2]
    ratio = np.where(two[:, 1] > 0, two[:, 0] / np.where(two[:, 1] > 0, two[:, 1], 1), 1)
    line(name + " dcr", quantiles(two[:, 0]))
    line(name + " nndr", quantiles(ratio))
    line(name + " copies", proportion(np.sum(two[:, 0] == 0), len(d)))


def proportion(s, n):
    z = norm.ppf((1 + LEVEL) / 2)
    centre, half = (s + z * z / 2) / (n + z * z), z / (n + z * z) * np.sqrt(s * (n - s) / n + z * z / 4)
    return [s, n, max(0, centre - half), min(1, centre + half)]


def delong(positives, negatives):
    above = (positives[:, None] > negatives[None, :]) + 0.5 * (positives[:, None] == negatives[None, :])
    variance = np.var(above.mean(1), ddof=1) / len(positives) + np.var(above.mean(0), ddof=1) / len(negatives)
    return np.array([above.mean(), np.sqrt(variance)])


def score(synthetic, reference):
    total = synthetic + reference
    return np.where(total > 0, (reference - synthetic) / np.where(total > 0, total, 1), 0)


def random_rows(training, count):
    stream, rows = SplitMix64(derived(SEED, "random rows")), np.zeros((count, training.shape[1]))
    for column in range(training.shape[1]):
        known = training[:, column][~np.isnan(training[:, column])]
        seen = np.unique(known)
        for row in range(count):
            rows[row, column] = (known.min() + stream.uniform() * (known.max() - known.min())
                                 if column in NUMBERS else seen[stream.below(len(seen))])
    return rows


def line(key, values):
    print(f"{key}: {' '.join(repr(float(v)) for v in np.asarray(values, dtype=float).ravel())}")


def emit(name, training, hold_out, synthetic):
    low, high = np.nanmin(training, axis=0), np.nanmax(training, axis=0)
    between = lambda q, r: distances(q, r, low, high)
    print(f"[{name}]")
    for key, table in [("training", training), ("holdOut", hold_out), ("synthetic", synthetic)]:
        for column in range(table.shape[1]):
            line(f"{key} {column}", table[:, column])
    nearest("training", between(synthetic, training))
    nearest("holdOut", between(hold_out, training))
    nearest("synthetic to holdOut", between(synthetic, hold_out))
    random = np.median(between(random_rows(training, len(synthetic)), training).min(1))
    line("baseline", [min(1, np.median(between(synthetic, training).min(1)) / random)])
    size = min(len(training), len(hold_out))
    parts = [np.array(divide(len(t), size, derived(SEED, p))) for t, p in [(training, "training parts"), (hold_out, "hold-out parts")]]
    minima = [[between(synthetic, t)[:, part == i].min(1) for i in range(len(t) // size)] for t, part in zip([training, hold_out], parts)]
    pairs = [(t, h) for t in minima[0] for h in minima[1]]
    line("nearer", proportion(np.mean([np.sum(t < h) + np.sum(t == h) / 2 for t, h in pairs]), len(synthetic)))
    line("overfitting", [min(1, 2 * (1 - np.mean([np.mean(t < h) for t, h in pairs])))])
    member, other = between(training, synthetic).min(1), between(hold_out, synthetic).min(1)
    line("membership", delong(-member, -other))
    half = np.array(divide(len(hold_out), len(hold_out) // 2, derived(SEED, "references")))
    folds = [delong(score(member, between(training, hold_out[half == i]).min(1)),
                    score(other[half == 1 - i], between(hold_out[half == 1 - i], hold_out[half == i]).min(1))) for i in range(2)]
    line("calibrated", (folds[0] + folds[1]) / 2)


train = patients(60)
train[0, [0, 1, 5]], train[1, [0, 1, 5]] = 0, 64
fresh = patients(40)
copies = np.vstack([patients(25), train[5:15], fresh[3:5]])
emit("independent rows", train, patients(60), patients(50))
emit("some copies, fewer hold-out rows", train, fresh, copies)
emit("a small hold-out", train, patients(21), copies)
