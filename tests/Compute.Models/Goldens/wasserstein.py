"""Golden Wasserstein distances, from scipy (Debian's python3-scipy).

    /usr/bin/python3 wasserstein.py > wasserstein.txt
"""
import numpy as np
from scipy.stats import wasserstein_distance

rng = np.random.default_rng(31)
cases = {
    "shifted": (rng.normal(9.9, 1.8, 300).round(1), rng.normal(10.6, 1.8, 210).round(1)),
    "skewed": (rng.lognormal(4.8, 0.9, 260).round(0), rng.lognormal(4.7, 1.1, 400).round(0)),
    "spread": (rng.normal(70, 9, 150), rng.normal(70, 14, 150)),
    "tied": (rng.integers(0, 6, 220).astype(float), rng.integers(0, 5, 90).astype(float)),
    "apart": (rng.uniform(0, 1, 40), rng.uniform(5, 6, 30)),
}
for name, (real, synthetic) in cases.items():
    print(f"[{name}]")
    print("real:", *(f"{value:.17g}" for value in real))
    print("synthetic:", *(f"{value:.17g}" for value in synthetic))
    print(f"distance: {wasserstein_distance(real, synthetic):.17g}")
    print(f"deviation: {np.std(real):.17g}")
