# A control arm by weighting, by R: overlap weights of a propensity, balance, and Cox's regression with weights and robust
# variance, for tests/Compute.Models/Survival and Fidelity/Clinical (Debian: r-base-core r-cran-survival). The patients are
# those of clinical.R.
#   Rscript weighting.R > weighting.txt
suppressPackageStartupMessages(library(survival))
show <- function(key, x) cat(key, ": ", paste(sprintf("%.17g", x), collapse = " "), "\n", sep = "")
made <- function(seed, n, effect) {
  set.seed(seed)
  age <- round(rnorm(n, 70, 9), 1)
  gene <- rbinom(n, 1, 0.3)
  other <- rbinom(n, 1, 0.2 + 0.2 * gene)
  t <- rexp(n, 0.15 * exp(0.04 * (age - 70) + effect * gene))
  c <- runif(n, 0, 12)
  data.frame(age, gene, other, time = pmax(0.01, round(pmin(t, c), 2)), event = as.numeric(t <= c))
}
arm <- made(11, 300, 0.8)[1:90, ]; arm$age <- arm$age + 5
both <- rbind(cbind(arm, treated = 1), cbind(made(12, 260, 0.2), treated = 0))
control <- coxph.control(eps = 1e-13, toler.chol = 1e-15, iter.max = 100)

# Weights of their own, and times of whole years, so that many are tied.
cat("[cox]\n")
set.seed(13)
both$any <- round(runif(nrow(both), 0.05, 4), 3)
both$year <- ceiling(both$time)
for (v in c("age", "gene", "other", "year", "event", "any")) show(v, both[[v]])
for (ties in c("efron", "breslow")) {
  fit <- coxph(Surv(year, event) ~ I(age / 10) + gene + other, data = both, weights = any, ties = ties, robust = TRUE, control = control)
  show(paste0(ties, ".coef"), coef(fit)); show(paste0(ties, ".se"), sqrt(diag(fit$naive.var))); show(paste0(ties, ".robust"), sqrt(diag(vcov(fit))))
}

model <- glm(treated ~ age + gene + other, family = binomial, data = both, control = glm.control(epsilon = 1e-12))
e <- unname(fitted(model))
weight <- ifelse(both$treated == 1, 1 - e, e)
cat("[overlap]\n")
show("weight", weight)
free <- weight[both$treated == 0]
show("effective", sum(free)^2 / sum(free^2))
show("imbalance", max(sapply(c("age", "gene", "other"), function(v) {
  x <- both[[v]]; on <- both$treated == 1
  scale <- sqrt((var(x[on]) + var(x[!on])) / 2)
  abs(weighted.mean(x[on], weight[on]) - weighted.mean(x[!on], weight[!on])) / scale })))
fit <- coxph(Surv(time, event) ~ treated, data = both, weights = weight, robust = TRUE, control = control)
show("coef", coef(fit)); show("robust", sqrt(vcov(fit)[1, 1]))
