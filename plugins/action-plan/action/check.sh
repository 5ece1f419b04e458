# Marks the lines with problems in the pull request, and fails when the plan has errors.
source "$(dirname "$0")/run.sh"

strict=()
if [ "${STRICT:-false}" = true ]; then strict=(--strict); fi
plan check "${file[@]}" --format github "${strict[@]}"
