# Uploads the problems to code scanning, without another action.
set -euo pipefail

gh api --silent --method POST "repos/$GITHUB_REPOSITORY/code-scanning/sarifs" \
  -f commit_sha="$GITHUB_SHA" -f ref="$GITHUB_REF" -f sarif="$(gzip -c "$SARIF" | base64 | tr -d '\n')"
