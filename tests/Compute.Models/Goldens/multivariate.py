"""Golden values of the multivariate comparison, from numpy, scipy and scikit-learn (Debian's python3-sklearn).

    /usr/bin/python3 multivariate.py > multivariate.txt

Columns: x, n (numbers with missing), a, b (binary, b with missing), c (three categories, missing), os (duration, event).
"""
import numpy as np
from scipy.spatial.distance import cdist, pdist
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.metrics.pairwise import rbf_kernel

from seeded import SplitMix64, derived

SEED, K, STEPS = 9, 3, 100
NUMBERS, CATEGORY = [0, 1, 5], 4
rng = np.random.default_rng(21)


def patients(count, tilt=0.0):
    x = np.round(rng.normal(tilt, 1, count), 2)
    n = np.where(rng.random(count) < 0.2, np.nan, np.round(rng.gamma(2, 2 + tilt, count), 1))
    a = (rng.random(count) < 0.3 + tilt / 5).astype(float)
    b = np.where(rng.random(count) < 0.1, np.nan, (rng.random(count) < 0.4 + a / 4).astype(float))
    c = np.where(rng.random(count) < 0.05, np.nan, rng.integers(0, 3, count))
    return np.column_stack([x, n, a, b, c, np.round(rng.exponential(3, count), 2), rng.random(count) < 0.6])


def embed(table, real, synthetic):
    parts = []
    for column in range(table.shape[1]):
        value, lacking = table[:, column], np.isnan(np.concatenate([real[:, column], synthetic[:, column]])).any()
        if column == CATEGORY:
            levels = [0, 1, 2]
            hot = [(value == level) for level in levels] + ([np.isnan(value)] if lacking else [])
            parts += [np.sqrt(0.5) * np.array(h, dtype=float) for h in hot]
            continue
        low, high = (np.nanmin(real[:, column]), np.nanmax(real[:, column])) if column in NUMBERS else (0, 1)
        scaled = np.clip((value - low) / (high - low), -1, 2)
        mean = np.nanmean((real[:, column] - low) / (high - low))
        parts.append(np.where(np.isnan(value), mean, scaled))
        if lacking:
            parts.append(np.isnan(value).astype(float))
    return np.column_stack(parts)


def mmd(x, y, sigma):
    gamma = 1 / (2 * sigma**2)
    off = lambda k: (k.sum() - np.trace(k)) / (len(k) * (len(k) - 1))
    return off(rbf_kernel(x, gamma=gamma)) + off(rbf_kernel(y, gamma=gamma)) - 2 * rbf_kernel(x, y, gamma=gamma).mean()


def summary(share_within, reference):
    at = np.linspace(0, 1, STEPS + 1)
    curve = np.array([share_within(np.quantile(reference, t)) for t in at])
    return 1 - 2 * np.trapz(np.abs(curve - at), at)


def support(x, y):
    real_spread, cross = np.linalg.norm(x - x.mean(0), axis=1), np.linalg.norm(y - x.mean(0), axis=1)
    spread, between = np.linalg.norm(y - y.mean(0), axis=1), cdist(x, y)
    within = cdist(x, x)
    np.fill_diagonal(within, np.inf)
    ordered = np.sort(within, axis=1)

    radius, covered = spread[between.argmin(1)], between.min(1) <= ordered[:, K - 1]
    nearest = between.argmin(0)
    return [summary(lambda q: np.mean(cross <= q), real_spread), summary(lambda q: np.mean(covered & (radius <= q)), radius),
            np.sum(between.min(0) > ordered[nearest, 0])]


def scores(train, labels, test):
    scale = train.std(0)
    scale[scale == 0] = 1
    model = LogisticRegression(C=1, tol=1e-9, max_iter=100000, solver="newton-cholesky").fit(train / scale, labels)
    return model.decision_function(test / scale)


def propensity(x, y):
    rows, labels = np.vstack([x, y]), np.repeat([0, 1], [len(x), len(y)])
    p, c = 1 / (1 + np.exp(-scores(rows, labels, rows))), len(y) / len(rows)
    expected = np.linalg.matrix_rank(rows - rows.mean(0)) * (1 - c) ** 2 * c / len(rows)
    fold, seen = np.zeros(len(rows), int), [0, 0]
    for row in SplitMix64(derived(SEED, "classifier folds")).shuffle(len(rows)):
        fold[row] = seen[labels[row]] % 5
        seen[labels[row]] += 1
    areas, weights = [], []
    for f in range(5):
        test = fold == f
        areas.append(roc_auc_score(labels[test], scores(rows[~test], labels[~test], rows[test])))
        weights.append(1 / (1 / np.sum(labels[test] == 0) + 1 / np.sum(labels[test] == 1)))
    return [np.mean((p - c) ** 2), expected], np.average(areas, weights=weights)


def line(key, values):
    print(f"{key}: {' '.join(repr(float(v)) for v in np.asarray(values, dtype=float).ravel())}")


def emit(name, real, synthetic):
    print(f"[{name}]")
    for key, table in [("real", real), ("synthetic", synthetic)]:
        for column in range(table.shape[1]):
            line(f"{key} {column}", table[:, column])
    x, y = embed(real, real, synthetic), embed(synthetic, real, synthetic)
    sigma = np.median(pdist(np.vstack([x, y])))
    line("mmd", [sigma, mmd(x, y, sigma)])
    line("support", support(x, y))
    pmse, area = propensity(x, y)
    line("pmse", pmse)
    line("area", [area])


base = patients(80)
emit("one population", base, patients(60))
emit("another population", base, patients(90, 0.8))
emit("half of it remembered", base, np.vstack([base[:40], patients(35)]))
