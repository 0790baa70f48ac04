# Golden values of the survival statistics, from R's survival and, where it has none, from the formulas below
# (Debian: r-base-core r-cran-survival r-cran-kmsurv).
#   Rscript survival.R DATA_FOLDER > survival.txt     all golden values
#   Rscript survival.R rows NAME                      the rows of one table of R's packages, which the tests read too
# DATA_FOLDER holds the cohorts that are not part of this project (README: Data); only results are written here.
# The made-up sets come with their rows. One set a block; a line is "key: numbers".
suppressPackageStartupMessages({ library(survival); library(KMsurv) })
arguments <- commandArgs(trailingOnly = TRUE)
show <- function(key, x) cat(key, ": ", paste(sprintf("%.17g", x), collapse = " "), "\n", sep = "")

from_package <- function(name) {
  set <- sub("^R:", "", name)
  d <- switch(set,
    veteran = with(survival::veteran, data.frame(time, event = status, a = karno, b = age, c = diagtime)),
    leukemia = with(survival::aml, data.frame(time, event = status, a = as.numeric(x), b = seq_along(time) %% 5)),
    lung = with(survival::lung, data.frame(time, event = status - 1, a = ph.karno, b = age, c = sex)),
    mgus2 = with(survival::mgus2, data.frame(time = futime, event = death, a = hgb, b = age, c = creat)),
    bmt = { data(bmt, package = "KMsurv"); with(bmt, data.frame(time = t2, event = d3, a = group, b = z1, c = z2)) },
    larynx = { data(larynx, package = "KMsurv"); with(larynx, data.frame(time, event = delta, a = stage, b = age)) })
  d[complete.cases(d), ]
}
package_sets <- paste0("R:", c("veteran", "leukemia", "lung", "mgus2", "bmt", "larynx"))
if (arguments[1] == "rows") {
  d <- from_package(arguments[2])
  for (column in names(d)) show(column, d[[column]])
  quit()
}
data_folder <- arguments[1]

# Predicted curves that cross: Weibull with scale and shape from the first two covariates, on 0 and 25 equal steps.
curves <- function(d, covariates) {
  z <- function(x) (x - mean(x)) / sd(x)
  scale <- median(d$time) * exp(-0.5 * z(d[[covariates[1]]]))
  shape <- exp(0.3 * z(d[[covariates[2]]]))
  grid <- max(d$time) * (0:25) / 25
  list(grid = grid, surv = t(sapply(grid, function(t) exp(-(t / scale)^shape))))
}
at <- function(curve, t) curve$surv[max(1, findInterval(t, curve$grid)), ]

# Antolini 2005, and as pycox adjusts it for ties: both from their definitions, over all ordered pairs.
antolini <- function(d, curve) {
  adjusted <- c(0, 0); paper <- c(0, 0)
  for (i in seq_len(nrow(d))) {
    s <- at(curve, d$time[i]); later <- d$time > d$time[i]; same <- d$time == d$time[i]; same[i] <- FALSE
    half <- (s[i] < s) + 0.5 * (s[i] == s)
    if (d$event[i] == 1) {
      adjusted <- adjusted + c(sum(half[later]), sum(later))
      other <- same & d$event == 1
      adjusted <- adjusted + c(sum(ifelse(s[i] == s, 1, 0.5)[other]), sum(other))
      other <- same & d$event == 0
      adjusted <- adjusted + c(sum(half[other]), sum(other))
      paper <- paper + c(sum((s[i] < s)[later | other]), sum(later | other))
    } else {
      other <- same & d$event == 1
      adjusted <- adjusted + c(sum(((s[i] > s) + 0.5 * (s[i] == s))[other]), sum(other))
    }
  }
  c(adjusted[1] / adjusted[2], paper[1] / paper[2])
}

# Graf 1999 with survfit's curve of censoring, and pycox's variant.
brier <- function(d, curve, times) {
  g <- survfit(Surv(time, 1 - event) ~ 1, data = d)
  upto <- function(t) c(1, g$surv)[findInterval(t, g$time) + 1]
  before <- function(t) c(1, g$surv)[findInterval(t, g$time, left.open = TRUE) + 1]
  sapply(times, function(t) {
    s <- at(curve, t); dead <- d$time <= t & d$event == 1; alive <- d$time > t
    score <- ifelse(dead, s^2, ifelse(alive, (1 - s)^2, 0))
    graf <- ifelse(dead, 1 / before(d$time), ifelse(alive, 1 / upto(t), 0))
    normalised <- ifelse(dead, 1 / upto(d$time), ifelse(alive, 1 / upto(t), 0))
    c(sum((graf * score)[dead | alive]) / nrow(d), sum((normalised * score)[dead | alive]) / sum(normalised[dead | alive]))
  })
}

predictions <- function(d, covariates) {
  curve <- curves(d, covariates)
  show("antolini", antolini(d, curve))
  times <- quantile(d$time, c(0.1, 0.3, 0.5, 0.7, 0.9), type = 1, names = FALSE)
  scores <- brier(d, curve, times)
  show("brier.times", times)
  show("brier.graf", scores[1, ])
  show("brier.normalised", scores[2, ])
  grid <- c(min(d$time) + (max(d$time) - min(d$time)) * (0:98) / 99, max(d$time))
  scores <- brier(d, curve, grid)[1, ]
  show("brier.integrated", (sum(scores) - (scores[1] + scores[100]) / 2) / 99)
}

golden <- function(name, d, covariates, rows) {
  cat("[", name, "]\n", sep = "")
  if (rows) for (column in c("time", "event", covariates)) show(column, d[[column]])
  risk <- d[[covariates[1]]]
  y <- Surv(d$time, d$event)
  con <- concordance(y ~ risk, reverse = TRUE)
  show("concordance", c(con$concordance, sqrt(con$var), con$count[1:3]))
  km <- summary(survfit(y ~ 1), censored = TRUE)
  at <- unique(round(seq(1, length(km$time), length.out = min(40, length(km$time)))))
  show("km.at", at - 1)
  for (part in c("time", "n.risk", "n.event", "surv", "std.err", "lower", "upper")) show(paste0("km.", part), km[[part]][at])
  for (type in c("plain", "log-log")) {
    other <- summary(survfit(y ~ 1, conf.type = type), censored = TRUE)
    for (part in c("lower", "upper")) show(paste0("km.", type, ".", part), other[[part]][at])
  }
  show("km.median", summary(survfit(y ~ 1))$table["median"])
  third <- quantile(risk, 2 / 3, type = 1)
  group <- ifelse(risk <= quantile(risk, 1 / 3, type = 1), 0, ifelse(risk <= third, 1, 2))
  show("logrank.groups.counts", table(factor(group, 0:2)))
  lr <- survdiff(y ~ group)
  show("logrank.chisq", lr$chisq)
  show("logrank.pvalue", pchisq(lr$chisq, length(lr$n) - 1, lower.tail = FALSE))
  show("logrank.observed", lr$obs)
  show("logrank.expected", lr$exp)
  formula <- as.formula(paste("y ~", paste0("d$", covariates, collapse = " + ")))
  for (ties in c("efron", "breslow")) {
    fit <- coxph(formula, ties = ties, control = coxph.control(eps = 1e-13, toler.chol = 1e-15, iter.max = 100))
    show(paste0("cox.", ties, ".coef"), coef(fit))
    show(paste0("cox.", ties, ".se"), sqrt(diag(vcov(fit))))
    show(paste0("cox.", ties, ".loglik"), fit$loglik)
  }
  f <- (risk - mean(risk)) / sd(risk)
  hazard <- basehaz(coxph(y ~ offset(f), ties = "breslow"), centered = FALSE)
  deaths <- hazard$time %in% d$time[d$event == 1]
  at <- unique(round(seq(1, sum(deaths), length.out = min(40, sum(deaths)))))
  show("breslow.at", at - 1)
  show("breslow.time", hazard$time[deaths][at])
  show("breslow.hazard", hazard$hazard[deaths][at])
  predictions(d, covariates)
  cat("\n")
}

made <- function(seed, n, step, censored) {
  set.seed(seed)
  a <- round(rnorm(n), 1)
  b <- rbinom(n, 1, 0.4)
  t <- rexp(n, 0.1 * exp(0.7 * a - 0.5 * b))
  c <- rexp(n, 0.1 * censored)
  data.frame(time = pmax(step, step * ceiling(pmin(t, c) / step)), event = as.numeric(t <= c), a = a, b = b)
}

golden("made.few_ties", made(1, 60, 0.01, 0.5), c("a", "b"), TRUE)
golden("made.many_ties", made(2, 120, 3, 0.7), c("a", "b"), TRUE)
golden("made.heavily_censored", made(3, 200, 0.5, 4), c("a", "b"), TRUE)

for (name in package_sets) {
  d <- from_package(name)
  golden(name, d, setdiff(names(d), c("time", "event")), FALSE)
}

split_table <- function(file, covariates) {
  d <- read.csv(file.path(data_folder, file))
  if ("duration" %in% names(d)) d$time <- d$duration
  d <- d[complete.cases(d[, c("time", "event", covariates)]), ]
  d
}
golden("deepsurv/support.csv", split_table("deepsurv/support.csv", c("x0", "x7", "x13")), c("x0", "x7", "x13"), FALSE)
golden("deepsurv/metabric.csv", split_table("deepsurv/metabric.csv", c("x8", "x4", "x0")), c("x8", "x4", "x0"), FALSE)
golden("savae/pbc.csv", split_table("savae/pbc.csv", c("bili", "edema", "stage")), c("bili", "edema", "stage"), FALSE)
golden("savae/std.csv", split_table("savae/std.csv", c("age", "yschool", "condom")), c("age", "yschool", "condom"), FALSE)
