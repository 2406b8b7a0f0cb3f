#!/bin/sh
# Random keys over the whole program in ten windows, 100 000 of them: scripts/random-keys.sh [SEED]
# The seed is printed; the same seed presses the same keys again. Takes some minutes.
set -eu
cd "$(dirname "$0")/.."
OTKLIK_KEYS_SEED="${1:-$(date +%s)}" OTKLIK_KEYS="${OTKLIK_KEYS:-100000}"
export OTKLIK_KEYS_SEED OTKLIK_KEYS
exec cargo test --locked --test screens -- --exact --nocapture \
    random::random_keys_lose_nothing_and_the_cursor_stays_in_its_field
