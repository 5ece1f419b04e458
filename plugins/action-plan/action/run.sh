# Sourced by the steps: `plan ARGS…` runs the command line, and `file` holds the plan where the action names one.
set -euo pipefail

# What the project has installed, else the version from npm. ACTION_PLAN names another command, for tests.
plan() {
  if [ -n "${ACTION_PLAN:-}" ]; then
    $ACTION_PLAN "$@"
  elif [ -x node_modules/.bin/action-plan ]; then
    node_modules/.bin/action-plan "$@"
  else
    npx --yes --package "docusaurus-plugin-action-plan@${VERSION:-latest}" action-plan "$@"
  fi
}

file=()
if [ -n "${PLAN:-}" ]; then file=("$PLAN"); fi
