#!/bin/sh
# The manual anew, in both languages, from the program's own tables and words: scripts/manual.sh
# Run it when a command, a form, a field or a word of help has changed; a test fails until then.
set -eu
cd "$(dirname "$0")/.."
mkdir -p docs
for language in ru en; do
    cargo run --locked --quiet -- --lang "$language" manual >"docs/manual.$language.md.new"
    mv "docs/manual.$language.md.new" "docs/manual.$language.md"
done
