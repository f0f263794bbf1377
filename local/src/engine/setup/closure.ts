/** A package as `apt-cache show` tells it. */
export interface Package {
  readonly name: string
  readonly version: string
  readonly dependencies: readonly string[]
}

/**
 * What a server that only runs does not need, although the packages ask for it: geodata and formats behind raster and 3D extensions
 * (libgdal, libsfcgal: 60 MB with all that follows), administration, login and interactive shells.
 */
const LEFT_OUT = /^lib(gdal|sfcgal|perl|pam-(modules|runtime)|readline|debconfclient|selinux1$|c-|crypt1$)/

/** Reads stanzas; of a package with alternatives (`a | b`) the first counts, versions and architectures are apt's business. */
export function parsePackages(stanzas: string): Package[] {
  return stanzas
    .split(/\n\n+/)
    .map((stanza) => new Map(stanza.split('\n').map((line) => splitField(line))))
    .filter((fields) => fields.has('Package'))
    .map((fields) => ({
      name: fields.get('Package') ?? '',
      version: fields.get('Version') ?? '',
      dependencies: [fields.get('Pre-Depends'), fields.get('Depends')].flatMap(namesIn),
    }))
}

/**
 * The packages to unpack: the given ones and every shared library that they lead to. `show` answers for the newest
 * version of the packages that it is asked for. Names that carry versions (libicu78) are thus whatever the archive has today.
 */
export async function libraryClosure(
  roots: readonly string[],
  show: (names: readonly string[]) => Promise<readonly Package[]>,
): Promise<Package[]> {
  const found = new Map<string, Package>()
  for (let wanted = [...roots]; wanted.length > 0; ) {
    const packages = await show(wanted)
    for (const each of packages) found.set(each.name, each)
    const next = packages.flatMap((each) => each.dependencies.filter((name) => isNeeded(name) && !found.has(name)))
    wanted = [...new Set(next)]
  }
  return [...found.values()]
}

function isNeeded(name: string): boolean {
  return (name.startsWith('lib') && !LEFT_OUT.test(name)) || /^(postgresql-\d+(-.+)?|tzdata)$/.test(name)
}

function namesIn(field: string | undefined): string[] {
  return (field ?? '')
    .split(',')
    .map((each) => /^\s*([a-z0-9][a-z0-9+.-]*)/.exec(each)?.[1])
    .filter((name) => name !== undefined)
}

function splitField(line: string): [string, string] {
  const colon = line.indexOf(': ')
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 2)]
}
