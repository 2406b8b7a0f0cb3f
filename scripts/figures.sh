#!/bin/sh
# The promised figures in one table, measured on a release build: scripts/figures.sh [--appeals N] [--in FOLDER]
# Takes about three minutes on two quiet cores; a busy machine shows in p99 and in whatever is not a ratio.
set -eu
cd "$(dirname "$0")/.."
exec cargo bench --locked --bench figures -- "$@"
