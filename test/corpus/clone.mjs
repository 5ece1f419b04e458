import {existsSync} from 'node:fs'
import {join} from 'node:path'

/** Where the git directory of a public repository is: FOLDER/owner+name, or its work tree. */
export function gitDir(folder, {repo}) {
  const places = ['', 'repo', '.git', 'repo/.git'].map((part) => join(folder, repo.replace('/', '+'), part))
  const found = places.find((place) => existsSync(join(place, 'HEAD')))
  if (found === undefined) throw new Error(`${places[0]}: expected a clone of ${repo} (git clone --bare https://github.com/${repo})`)
  return found
}
