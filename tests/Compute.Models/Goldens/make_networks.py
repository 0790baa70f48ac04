"""Golden scores and tests of network families, computed independently with NumPy and SciPy.

    /usr/bin/python3 make_networks.py > networks.txt

Each set: rows of states, one child and its parents; BIC, BDeu (a = 10), K2, and G2 with p of child and first parent given the others.
"""
import itertools

import numpy as np
from scipy.special import gammaln
from scipy.stats import chi2


def show(key, values):
    print(f"{key}: {' '.join(repr(float(v)) for v in np.asarray(values).ravel())}")


def tables(rows, states, child, parents):
    for configuration in itertools.product(*(range(states[p]) for p in parents)):
        chosen = np.all(rows[:, parents] == configuration, axis=1) if parents else np.ones(len(rows), bool)
        yield np.bincount(rows[chosen, child], minlength=states[child])


def dirichlet(rows, states, child, parents, alpha):
    score = 0.0
    for counts in tables(rows, states, child, parents):
        score += gammaln(alpha * len(counts)) - gammaln(alpha * len(counts) + counts.sum())
        score += (gammaln(alpha + counts) - gammaln(alpha)).sum()
    return score


def bic(rows, states, child, parents):
    score, configurations = 0.0, 0
    for counts in tables(rows, states, child, parents):
        seen = counts[counts > 0]
        score += (seen * np.log(seen / counts.sum())).sum()
        configurations += 1
    return score - 0.5 * np.log(len(rows)) * configurations * (states[child] - 1)


def g_squared(rows, states, x, y, z):
    statistic, conditions = 0.0, 0
    for configuration in itertools.product(*(range(states[v]) for v in z)):
        part = rows[np.all(rows[:, z] == configuration, axis=1)] if z else rows
        conditions += 1
        observed = np.zeros((states[x], states[y]))
        np.add.at(observed, (part[:, x], part[:, y]), 1)
        expected = observed.sum(1, keepdims=True) * observed.sum(0, keepdims=True) / max(1, len(part))
        seen = observed > 0
        statistic += 2 * (observed[seen] * np.log(observed[seen] / expected[seen])).sum()
    return chi2.sf(statistic, (states[x] - 1) * (states[y] - 1) * conditions)


def emit(name, seed, states, child, parents, n=80):
    rng = np.random.default_rng(seed)
    rows = np.stack([rng.integers(0, s, n) for s in states], axis=1)
    rows[:, child] = np.where(rng.random(n) < 0.4, rows[:, parents[0]] % states[child] if parents else 0, rows[:, child])
    alpha = 10 / np.prod([states[v] for v in [child, *parents]])
    print(f"[{name}]")
    show("states", states)
    show("rows", rows)
    show("child", [child])
    show("parents", parents)
    show("bic", [bic(rows, states, child, parents)])
    show("bdeu", [dirichlet(rows, states, child, parents, alpha)])
    show("k2", [dirichlet(rows, states, child, parents, 1.0)])
    show("p", [g_squared(rows, states, child, parents[0], parents[1:]) if parents else np.nan])


emit("no parent", 1, [3, 2], 0, [])
emit("one parent", 2, [2, 3], 0, [1])
emit("child in the middle", 3, [3, 2, 4], 1, [2, 0])
emit("three parents, empty configurations", 4, [4, 3, 2, 5], 3, [1, 0, 2])
