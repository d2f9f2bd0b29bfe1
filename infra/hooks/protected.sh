#!/usr/bin/env sh
# Refuses to deploy into a GitHub environment that just anyone could deploy into. Reads what the environment has from standard input, a word a line:
# the types of its protection rules, and "branches" where only some branches may use it. The first argument is the environment's name.
set -eu
there=$(cat)
has() { printf '%s\n' "$there" | grep -qx "$1"; }
status=0
refuse() { echo "The environment $1 $2. See docs/operations.md, Deploying from GitHub." >&2; status=1; }
has branches || refuse "$1" 'can be used from every branch'
[ "$1" != prod ] || has required_reviewers || refuse "$1" 'needs nobody to approve a deployment'
exit "$status"
