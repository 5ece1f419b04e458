# Writes badge, digest and SARIF into the runner's folder for temporary files, and the numbers into the summary of the run.
source "$(dirname "$0")/run.sh"

out="${RUNNER_TEMP:-/tmp}/action-plan"
mkdir -p "$out"
plan badge "${file[@]}" --of overall > "$out/overall.svg"
plan report "${file[@]}" --since 7d > "$out/digest.md"
# Exit status 1 says that the plan has errors: the last step of the action fails on them.
plan check "${file[@]}" --format sarif > "$out/problems.sarif" || [ $? = 1 ]
plan status "${file[@]}" --format markdown >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
{
  echo "percent=$(plan status "${file[@]}" --format json | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).totals.percent ?? ""')"
  echo "badge=$out/overall.svg"
  echo "digest=$out/digest.md"
  echo "sarif=$out/problems.sarif"
} >> "${GITHUB_OUTPUT:-/dev/stdout}"
