"""Golden values of the variational Gaussian mixture, from scikit-learn (Debian's python3-sklearn).

    /usr/bin/python3 make_mixtures.py > mixtures.txt

Each set starts from given responsibilities, so that nothing hangs on a start.
"""
import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.mixture import BayesianGaussianMixture

warnings.filterwarnings("ignore")  # a fit that is cut off after a few steps is wanted here


class FromResponsibilities(BayesianGaussianMixture):
    start = None

    def _initialize_parameters(self, X, random_state):
        self._initialize(X, self.start)


def line(key, values):
    print(f"{key}: {' '.join(repr(float(v)) for v in np.asarray(values).ravel())}")


def emit(name, x, k, iterations, tolerance, **prior):
    labels = KMeans(k, n_init=1, random_state=7).fit_predict(x)
    start = 0.9 * np.eye(k)[labels] + 0.1 / k
    mixture = FromResponsibilities(
        n_components=k, max_iter=iterations, tol=tolerance, weight_concentration_prior_type="dirichlet_process", **prior)
    mixture.start = start
    mixture.fit(x)
    print(f"[{name}]")
    line("shape", [*x.shape, k, iterations, tolerance, mixture.weight_concentration_prior_, mixture.reg_covar])
    line("data", x)
    line("start", start)
    line("weights", mixture.weights_)
    line("means", mixture.means_)
    line("covariances", mixture.covariances_)
    line("responsibilities", mixture.predict_proba(x))
    line("bound", [mixture.lower_bound_])
    line("iterations", [mixture.n_iter_])


rng = np.random.default_rng(1)
two = np.vstack([rng.normal([0, 3], [1, 0.4], (25, 2)), rng.normal([4, -1], [0.5, 1], (15, 2))]).round(3)
emit("two clusters, one step", two, 3, 1, 1e-3)
emit("two clusters, settled", two, 3, 500, 1e-9)
one = np.concatenate([rng.normal(10, 1, 30), rng.normal(100, 8, 20)]).round(2)[:, None]
emit("one column, as CTGAN has it", one, 10, 100, 1e-3, weight_concentration_prior=0.001)
mixing = rng.normal(size=(5, 5))
emit("five columns far from 0", (rng.normal(size=(60, 5)) @ mixing + 50).round(3), 4, 200, 1e-9, reg_covar=1e-5)
