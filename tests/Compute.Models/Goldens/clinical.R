# Clinical utility by R: curves, restricted means, log-rank, life table, hazard ratios, propensity and matching, for
# tests/Compute.Models/Fidelity/Clinical (Debian: r-base-core r-cran-survival r-cran-kmsurv).
#   Rscript clinical.R > clinical.txt
suppressPackageStartupMessages({ library(survival); library(KMsurv) })
show <- function(key, x) cat(key, ": ", paste(sprintf("%.17g", x), collapse = " "), "\n", sep = "")
grid <- 0.8005 * (1:10)
tau <- grid[10]

made <- function(seed, n, effect) {
  set.seed(seed)
  age <- round(rnorm(n, 70, 9), 1)
  gene <- rbinom(n, 1, 0.3)
  other <- rbinom(n, 1, 0.2 + 0.2 * gene)
  t <- rexp(n, 0.15 * exp(0.04 * (age - 70) + effect * gene))
  c <- runif(n, 0, 12)
  data.frame(age, gene, other, time = pmax(0.01, round(pmin(t, c), 2)), event = as.numeric(t <= c))
}
real <- made(11, 300, 0.8)
synthetic <- made(12, 260, 0.2)

curves <- function(d) {
  fit <- survfit(Surv(time, event) ~ 1, data = d)
  at <- summary(fit, times = grid, extend = TRUE)
  show("surv", at$surv); show("lower", at$lower); show("upper", at$upper)
  table <- summary(fit, rmean = tau)$table
  show("rmean", table[c("rmean", "se(rmean)")])
  period <- findInterval(d$time, c(0, grid), left.open = TRUE)  # 1 for (0, first], ...
  lost <- sapply(seq_len(length(grid) + 1), function(i) sum(period == i & d$event == 0))
  seen <- sapply(seq_len(length(grid) + 1), function(i) sum(period == i & d$event == 1))
  lost[length(lost)] <- lost[length(lost)] + seen[length(seen)]
  life <- lifetab(c(0, grid, Inf), nrow(d), lost, c(seen[seq_along(grid)], 0))
  show("life.surv", life$surv[-1])
  show("life.se", life$se.surv[-1])
  fit <- coxph(Surv(time, event) ~ I(age / 10) + gene + other, data = d, ties = "efron", control = coxph.control(eps = 1e-13, toler.chol = 1e-15, iter.max = 100))
  show("cox.coef", coef(fit)); show("cox.se", sqrt(diag(vcov(fit))))
}
rows <- function(d) for (column in names(d)) show(column, d[[column]])
cat("[plan]\n"); show("times", grid)
cat("[real]\n"); rows(real); curves(real)
for (v in c("gene", "other")) show(paste0("wilson.", v), prop.test(sum(real[[v]]), nrow(real), correct = FALSE)$conf.int)
cat("[synthetic]\n"); rows(synthetic); curves(synthetic)

both <- rbind(cbind(real, group = 0), cbind(synthetic, group = 1))
cat("[logrank]\n")
test <- survdiff(Surv(time, event) ~ group, data = both)
show("chisq", test$chisq); show("observed", test$obs); show("expected", test$exp)
# Of the periods: events tied at their end, those beyond the horizon censored there.
period <- findInterval(both$time, c(0, grid), left.open = TRUE)
grouped <- with(both, data.frame(time = c(grid, 99)[period], event = ifelse(time > tau, 0, event), group))
test <- survdiff(Surv(time, event) ~ group, data = grouped)
show("grouped.chisq", test$chisq)

# The first 90 real patients, five years older, as treated; the synthetic ones as candidates.
arm <- real[1:90, ]; arm$age <- arm$age + 5
both <- rbind(cbind(arm, treated = 1), cbind(synthetic, treated = 0))
model <- glm(treated ~ age + gene + other, family = binomial, data = both, control = glm.control(epsilon = 1e-12))
logit <- unname(predict(model, type = "link"))
caliper <- 0.2 * sd(logit)
treated <- which(both$treated == 1); free <- which(both$treated == 0); pairs <- NULL
for (i in treated[order(-logit[treated], treated)]) {
  distance <- abs(logit[free] - logit[i])
  if (length(free) > 0 && min(distance) <= caliper) {
    j <- which.min(distance); pairs <- rbind(pairs, c(i, free[j])); free <- free[-j]
  }
}
cat("[matching]\n")
show("logit", logit)
show("treated", pairs[, 1] - 1)
show("control", pairs[, 2] - 1 - nrow(arm))
smd <- function(rows) sapply(c("age", "gene", "other"), function(v) {
  scale <- sqrt((var(both[both$treated == 1, v]) + var(both[both$treated == 0, v])) / 2)
  d <- both[rows, ]; abs(mean(d[d$treated == 1, v]) - mean(d[d$treated == 0, v])) / scale })
show("imbalance", c(max(smd(seq_len(nrow(both)))), max(smd(c(pairs)))))
cat("[lesions]\n")
p <- sapply(c("gene", "other"), function(v) fisher.test(rbind(table(real[[v]]), table(synthetic[[v]])))$p.value)
show("adjusted", p.adjust(p, "BH"))
