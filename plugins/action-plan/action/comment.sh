# Comments on a pull request with what it changes in the plan; a later push changes the comment. Nothing is said of a plan that stays as it is.
source "$(dirname "$0")/run.sh"

mark='<!-- action-plan -->'
changes="$(plan diff "$BASE" ${PLAN:+--plan "$PLAN"} --format markdown)"
body="$mark"$'\n'"$changes"
comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
known="$(gh api "$comments" --paginate --jq ".[] | select(.body | startswith(\"$mark\")) | .id" | head -n 1)"
if [ -n "$known" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" -f body="$body"
elif [ -n "$changes" ]; then
  gh api --silent "$comments" -f body="$body"
fi
