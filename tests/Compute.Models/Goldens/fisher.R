# Fisher's exact test, φ and Benjamini-Hochberg by R, for tests/Compute.Models/Fidelity/LesionPairTests.
#   Rscript fisher.R > fisher.txt
tables <- list(c(3, 1, 1, 3), c(0, 12, 30, 400), c(25, 40, 60, 2000), c(10, 200, 190, 2300), c(1, 0, 5, 90), c(7, 3, 0, 11))
p <- numeric(0)
for (i in seq_along(tables)) {
  m <- matrix(tables[[i]], 2, byrow = TRUE)
  p[i] <- fisher.test(m)$p.value
  x <- c(rep(1, m[1, 1] + m[1, 2]), rep(0, m[2, 1] + m[2, 2]))
  y <- c(rep(1, m[1, 1]), rep(0, m[1, 2]), rep(1, m[2, 1]), rep(0, m[2, 2]))
  cat(sprintf("[table%d]\ncells: %s\np: %.15g\nphi: %.15g\n", i, paste(tables[[i]], collapse = " "), p[i], cor(x, y)))
}
cat(sprintf("[adjusted]\nbh: %s\n", paste(sprintf("%.15g", p.adjust(p, "BH")), collapse = " ")))
