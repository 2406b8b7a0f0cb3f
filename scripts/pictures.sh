#!/bin/sh
# Draws the pictures of the main screens in docs/pictures anew, by the program's own tests.
set -eu
cd "$(dirname "$0")/.."
OTKLIK_PICTURES=1 cargo test --locked --quiet --test screens manual::
