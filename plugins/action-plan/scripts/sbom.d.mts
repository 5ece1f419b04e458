interface Component {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly hashes: readonly {readonly content: string}[]
  readonly licenses: readonly {readonly expression: string}[]
}
interface Sbom {
  readonly components: readonly Component[]
  readonly dependencies: readonly {readonly ref: string; readonly dependsOn: readonly string[]}[]
}
interface Lock {
  readonly packages: Readonly<Record<string, object>>
}
interface Manifest {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly dependencies: Readonly<Record<string, string>>
}
export const sbom: (lock: Lock, manifest: Manifest) => Sbom
export const own: () => Sbom
export const READ_BY_HAND: Readonly<Record<string, string>>
