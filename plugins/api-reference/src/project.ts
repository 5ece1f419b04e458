import type {DeclarationReflection, ProjectReflection, Reflection, ReflectionKind as Kinds, SignatureReflection} from 'typedoc'
import type {Entry} from './options.ts'

/** Declared so that a component can wrap the one it replaces: they are the theme's own. */
const WRAPPED = '@theme-init/'

/** Takes out what is not ours. */
export function prune(project: ProjectReflection): void {
  for (const module of project.children ?? [])
    for (const child of [...(module.children ?? [])]) if (child.name.startsWith(WRAPPED)) project.removeReflection(child)
}

/** Gives the modules the names of their pages. A declared module keeps the last part of its own ("@theme/PlanBar" is PlanBar), and its default export is called like it. */
export function name(project: ProjectReflection, entries: readonly Entry[], kinds: typeof Kinds): void {
  for (const module of project.children ?? []) {
    const entry = entries.find(({file}) => stem(file) === module.name)
    if (entry === undefined) continue
    module.name = entry.page
    for (const child of module.children ?? []) {
      if (!child.kindOf([kinds.Module, kinds.Namespace])) continue
      child.name = child.name.split('/').at(-1) ?? child.name
      for (const one of child.children ?? [])
        if (one.name === 'default') for (const named of [one, ...(one.signatures ?? [])]) named.name = child.name
    }
  }
}

/** What TypeDoc calls the module of a file. */
function stem(file: string): string {
  return file.replace(/(?:\.d)?\.tsx?$/, '').replace(/\/index$/, '')
}

/** A line for each public name without a doc comment, once for each place in the sources. */
export function undocumented(project: ProjectReflection, kinds: typeof Kinds): readonly string[] {
  const needed =
    kinds.Enum |
    kinds.EnumMember |
    kinds.Variable |
    kinds.Function |
    kinds.Class |
    kinds.Interface |
    kinds.Property |
    kinds.Method |
    kinds.TypeAlias
  const lines = new Map<string, string>()
  for (const reflection of Object.values(project.reflections) as readonly Reflection[]) {
    if (!reflection.kindOf(needed) || isDocumented(reflection as DeclarationReflection)) continue
    // The properties of a component: what it is stands at the component.
    if (reflection.kindOf(kinds.Interface) && reflection.name === 'Props') continue
    const source = (reflection as DeclarationReflection).sources?.[0]
    if (source === undefined || source.fileName.includes('node_modules/')) continue
    if (isSaidByOwner(reflection as DeclarationReflection, kinds)) continue
    const place = `${source.fileName}:${source.line}:${source.character + 1}`
    lines.set(place, `${place} ${reflection.getFriendlyFullName()} has no doc comment (write one above it: shape, unit, what null means)`)
  }
  return [...lines.values()].sort()
}

function isDocumented(reflection: DeclarationReflection): boolean {
  const signatures: readonly SignatureReflection[] = reflection.signatures ?? []
  return reflection.hasComment() || signatures.some((one) => one.hasComment())
}

/**
 * A property of an object type that stands on its owner's line, of a parameter's type, or of one of the alternatives of a documented property:
 * the owner's comment speaks for all of it.
 */
function isSaidByOwner(reflection: DeclarationReflection, kinds: typeof Kinds): boolean {
  const {parent, sources} = reflection
  if (isInAlternative(reflection)) return true
  const owner = parent?.name === '__type' ? parent.parent : undefined
  if (owner?.kindOf(kinds.Parameter)) return true
  const line = [owner, owner?.parent].map((one) => (one as DeclarationReflection | undefined)?.sources?.[0]?.line).find(Boolean)
  return line !== undefined && line === sources?.[0]?.line
}

function isInAlternative({parent}: Reflection): boolean {
  for (let owner = parent; owner !== undefined; owner = owner.parent) {
    const {type} = owner as DeclarationReflection
    if (type?.type === 'union' && type.types.filter((one) => one.type === 'reflection').length > 1 && owner.hasComment()) return true
  }
  return false
}

/** The first paragraph of a name's comment as plain text; empty without one. */
export function summary(reflection: Reflection | undefined): string {
  const signature = (reflection as DeclarationReflection | undefined)?.signatures?.[0]
  const parts = (signature ?? reflection)?.comment?.summary ?? []
  return (
    parts
      .map(({text}) => text)
      .join('')
      .split(/\n\s*\n/)[0] ?? ''
  )
    .replace(/[`\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
