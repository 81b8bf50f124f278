# The same draws by samplecube of R's package sampling: reads lists written by bench/sampling.ts, prints what it took.
# Arguments: the folder with the lists; the one to be timed; how many runs; then the samples of the other lists.
suppressMessages(library(sampling))
words <- commandArgs(trailingOnly = TRUE)
folder <- words[1]
timed <- words[2]
runs <- as.integer(words[3])

# A column of ones for the size, and one for each level but the first of each variable.
balancingColumns <- function(cases) {
  several <- cases[, vapply(cases, function(column) nlevels(column) > 1, logical(1)), drop = FALSE]
  if (ncol(several) == 0) matrix(1, nrow(cases), 1) else model.matrix(~ ., several)
}

read <- function(name) {
  size <- as.integer(sub("^.*-", "", sub("[.]csv$", "", name)))
  cases <- read.csv(file.path(folder, name), colClasses = "factor")
  list(name = name, size = size, share = rep(size / nrow(cases), nrow(cases)), columns = balancingColumns(cases))
}

draw <- function(one) samplecube(one$columns, one$share, order = 1, comment = FALSE, method = 1)

one <- read(timed)
for (run in 1:runs) draw(one)
times <- vapply(1:runs, function(run) system.time(draw(one))[["elapsed"]] * 1000, numeric(1))
cat("ms", median(times), "\n")

set.seed(2022)
for (name in sort(list.files(folder, pattern = "^list-.*[.]csv$"))) {
  drawn <- draw(read(name))
  cat("drawn", name, which(drawn > 0.5), "\n")
}
