#!/usr/bin/env sh
# Refuses to go on with an identity that can change anything. Reads what it may do from standard input, an action a line, such as */read.
set -eu
more=$(grep -vixE '[a-z*./]+/read|Microsoft\.Resources/deployments/(whatIf|validate)/action|' || true)
[ -z "$more" ] || { echo "This identity may do more than read: $(printf '%s' "$more" | tr '\n' ' '). See docs/operations.md, Deploying from GitHub." >&2; exit 1; }
