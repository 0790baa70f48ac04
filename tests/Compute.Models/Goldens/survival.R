# Golden values of the survival statistics, from R's survival (Debian: r-base-core r-cran-survival).
#   Rscript survival.R DATA_FOLDER > survival.txt
# DATA_FOLDER holds the cohorts that are not part of this project (README: Data); only results are written here.
# The made-up sets come with their rows. One set a block; a line is "key: numbers".
library(survival)
data_folder <- commandArgs(trailingOnly = TRUE)[1]
show <- function(key, x) cat(key, ": ", paste(sprintf("%.17g", x), collapse = " "), "\n", sep = "")

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
  show("km.median", summary(survfit(y ~ 1))$table["median"])
  third <- quantile(risk, 2 / 3, type = 1)
  group <- ifelse(risk <= quantile(risk, 1 / 3, type = 1), 0, ifelse(risk <= third, 1, 2))
  show("logrank.groups.counts", table(factor(group, 0:2)))
  lr <- survdiff(y ~ group)
  show("logrank.chisq", lr$chisq)
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
