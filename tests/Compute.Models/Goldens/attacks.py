"""Golden values of Anonymeter's attacks, by their definitions in numpy, scipy and pandas (Debian's packages).

    /usr/bin/python3 attacks.py > attacks.txt

Columns: x, n (numbers with missing), a, b (binary), c (three categories), os (duration, event); numbers are multiples of
1/64 of the range, so that equal distances are equal in float32 too. Predicates are counted by pandas' query.
"""
import numpy as np
import pandas as pd
from scipy.stats import binom, hypergeom, norm

from seeded import SplitMix64, derived

SEED, LEVEL, ATTACKS, NEIGHBOURS, TOLERANCE = 5, 0.95, 40, 2, 0.05
NAMES = ["x", "n", "a", "b", "c", "os0", "os1"]
NUMBERS = ["x", "n", "os0"]
FEATURES = {"x": ["x"], "n": ["n"], "a": ["a"], "b": ["b"], "c": ["c"], "os": ["os0", "os1"]}
rng = np.random.default_rng(31)


def patients(count):
    x = rng.integers(0, 65, count).astype(float)
    n = np.where(rng.random(count) < 0.2, np.nan, rng.integers(0, 9, count) * 8.0)
    a = (rng.random(count) < 0.3).astype(float)
    b = np.where(rng.random(count) < 0.1, np.nan, (rng.random(count) < 0.5 + a / 4).astype(float))
    c = rng.integers(0, 3, count).astype(float)
    return pd.DataFrame(np.column_stack([x, n, a, b, c, rng.integers(0, 65, count), rng.random(count) < 0.6]), columns=NAMES)


def distinct_draws(stream, count, wanted):
    drawn = set()
    while len(drawn) < min(wanted, count):
        drawn.add(stream.below(count))
    return sorted(drawn)


def count(table, predicate):
    return len(table.query(predicate, engine="python"))


def univariate(syn, attacks):
    found = []
    for name in NAMES:
        known = np.sort(syn[name].dropna())
        if syn[name].isna().sum() == 1:
            found.append(f"{name}.isna()")
        if name in NUMBERS:
            found += [f"{name} <= {known[0]}", f"{name} >= {known[-1]}"]
        found += [f"{name} == {v}" for v in np.unique(known) if np.sum(known == v) == 1]
    order = SplitMix64(derived(SEED, "univariate predicates")).shuffle(len(found))
    return [found[i] for i in order if count(syn, found[i]) == 1][:attacks]


def multivariate(syn, attacks, columns):
    stream, found, attempts = SplitMix64(derived(SEED, "multivariate predicates")), [], 0
    while len(found) < attacks and attempts < 10_000 * attacks:
        attempts += 1
        row, parts = syn.iloc[stream.below(len(syn))], []
        for i in distinct_draws(stream, len(NAMES), columns):
            name, value = NAMES[i], row[NAMES[i]]
            if np.isnan(value):
                parts.append(f"{name}.isna()")
            elif name in NUMBERS:
                parts.append(f"{name} {'>=' if value > syn[name].median() else '<='} {value}")
            else:
                parts.append(f"{name} == {value}")
        predicate = " & ".join(parts)
        if predicate not in found and count(syn, predicate) == 1:
            found.append(predicate)
    return found


def random_predicates(syn, wanted, columns, purpose):
    stream, found = SplitMix64(derived(SEED, purpose)), []
    for _ in range(wanted):
        parts = []
        for i in distinct_draws(stream, len(NAMES), columns):
            name = NAMES[i]
            values = ([np.nan] if syn[name].isna().any() else []) + list(np.unique(syn[name].dropna()))
            value = values[stream.below(len(values))]
            if np.isnan(value):
                parts.append(["", "~"][stream.below(2)] + f"{name}.isna()")
            else:
                operators = ["==", "!=", "<", ">", "<=", ">="] if name in NUMBERS else ["==", "!="]
                parts.append(f"{name} {operators[stream.below(len(operators))]} {value}")
        found.append(" & ".join(parts))
    return found


def corrected(matches, control, training):
    expected = lambda m: sum(hypergeom(control, c, m).pmf(1) for c in matches)
    if training <= control:
        return expected(training)
    low = np.log(0.02 / training)
    weights = np.exp(low - low * np.arange(120) / 120)
    likelihood = binom.pmf(np.array(matches)[:, None], control, weights[None, :])
    shares = np.full(120, 1 / 120)
    for _ in range(300):
        posterior = shares * likelihood
        shares = (posterior / posterior.sum(1, keepdims=True)).mean(0)
    return len(matches) * np.sum(shares * training * weights * (1 - weights) ** (training - 1))


def singling_out(train, control, syn, predicates, random):
    one = lambda table, queries: sum(count(table, q) == 1 for q in queries)
    return [len(predicates), one(train, predicates), one(train, random),
            corrected([count(control, q) for q in predicates], len(control), len(train))]


def nearest(targets, syn, columns, ranges, k):
    total = np.zeros((len(targets), len(syn)))
    for name in columns:
        q, r = targets[name].to_numpy()[:, None], syn[name].to_numpy()[None, :]
        both, either = np.isnan(q) & np.isnan(r), np.isnan(q) | np.isnan(r)
        known = np.abs(q - r) / ranges[name] if name in NUMBERS else (q != r).astype(float)
        total += np.where(both, 0, np.where(either, 1, known))
    return np.argsort(total, axis=1, kind="stable")[:, :k]


def targets(table, attempts, purpose):
    return table.iloc[SplitMix64(derived(SEED, purpose)).shuffle(len(table))[:attempts]]


def linkability(train, control, syn, attempts, ranges, first):
    left = [c for f in first for c in FEATURES[f]]
    right = [c for f in FEATURES if f not in first for c in FEATURES[f]]
    links = lambda t: sum(bool(set(a) & set(b)) for a, b in zip(nearest(t, syn, left, ranges, NEIGHBOURS), nearest(t, syn, right, ranges, NEIGHBOURS)))
    stream = SplitMix64(derived(SEED, "random links"))
    naive = sum(bool(set(distinct_draws(stream, len(syn), NEIGHBOURS)) & set(distinct_draws(stream, len(syn), NEIGHBOURS))) for _ in range(attempts))
    return [attempts, links(train), naive, links(control)]


def inference(train, control, syn, attempts, ranges, secret):
    known = [c for f in FEATURES if f != secret for c in FEATURES[f]]

    def right(table, rows):
        good = np.ones(attempts, bool)
        for name in FEATURES[secret]:
            truth, guess = table[name].to_numpy(), syn[name].to_numpy()[rows]
            tolerance = TOLERANCE if name in NUMBERS else 0
            good &= (np.isnan(truth) & np.isnan(guess)) | (np.abs(guess - truth) <= tolerance * np.abs(guess))
        return good.sum()

    guesses = SplitMix64(derived(SEED, "guesses of " + secret)).shuffle(len(syn))[:attempts]
    return [attempts, right(train, nearest(train, syn, known, ranges, 1)[:, 0]), right(train, guesses),
            right(control, nearest(control, syn, known, ranges, 1)[:, 0])]


def risk(attacks, main, naive, control):
    z = norm.ppf((1 + LEVEL) / 2)
    rate = lambda s: (s + z * z / 2) / (attacks + z * z)
    error = lambda s: z / (attacks + z * z) * np.sqrt(s * (attacks - s) / attacks + z * z / 4)
    value = (rate(main) - rate(control)) / (1 - rate(control))
    spread = np.hypot(error(main) / (1 - rate(control)), error(control) * (rate(main) - 1) / (1 - rate(control)) ** 2)
    return [rate(main), error(main), rate(naive), rate(control), *np.clip([value, value - spread, value + spread], 0, 1)]


def line(key, values):
    print(f"{key}: {' '.join(repr(float(v)) for v in np.asarray(values, dtype=float).ravel())}")


def emit(name, train, control, syn):
    print(f"[{name}]")
    for key, table in [("training", train), ("control", control), ("synthetic", syn)]:
        for i, column in enumerate(NAMES):
            line(f"{key} {i}", table[column])
    distinct = [table.drop_duplicates() for table in (train, control, syn)]
    everyone = pd.concat([train, control, syn])
    ranges = {c: everyone[c].max() - everyone[c].min() for c in NUMBERS}
    attempts = min(ATTACKS, len(train), len(control), len(syn))
    attacked = targets(train, attempts, "training targets"), targets(control, attempts, "control targets"), syn
    one = univariate(distinct[2], attempts)
    several = multivariate(distinct[2], attempts, 3)
    results = {
        "univariate": singling_out(*distinct, one, random_predicates(distinct[2], len(one), 1, "random univariate predicates")),
        "multivariate": singling_out(*distinct, several, random_predicates(distinct[2], len(several), 3, "random multivariate predicates")),
        "linkability": linkability(*attacked, attempts, ranges, ["x", "a", "c"]),
        **{f"inference {secret}": inference(*attacked, attempts, ranges, secret) for secret in FEATURES}}
    for key, counts in results.items():
        line(key, counts)
        line(key + " risk", risk(*counts))


base = patients(90)
base.loc[0, NUMBERS], base.loc[1, NUMBERS] = 0, 64
emit("independent rows", base, patients(60), patients(70))
emit("copies", base, patients(70), pd.concat([base.iloc[:80], base.iloc[:5]], ignore_index=True))
emit("more control rows", base, patients(120), pd.concat([base.iloc[:40], patients(40)], ignore_index=True))
