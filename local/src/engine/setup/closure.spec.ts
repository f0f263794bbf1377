import { expect, test } from 'vitest'
import { libraryClosure, parsePackages } from './closure.js'

const archive = parsePackages(`Package: postgresql-18-documentdb
Version: 1.0-0-1
Depends: postgresql-18, libbson2-2 (>= 2.5.7), libgdal39 (>= 3.7.0), locales | locales-all
Description: documents

Package: postgresql-18
Version: 18.6-3
Pre-Depends: init-system-helpers
Depends: postgresql-common (>= 275~), tzdata, libicu78:amd64 (>= 78.1-1~), postgresql-client-18

Package: libbson2-2
Version: 2.5.7-1
Depends: libc6

Package: libicu78
Version: 78.3-2
Depends: libc6, libstdc++6

Package: libc6
Version: 2.43-7

Package: libstdc++6
Version: 16

Package: tzdata
Version: 2026f-1
`)

test('the closure is the shared libraries behind the server, each once, and nothing of its administration', async () => {
  const asked: string[] = []
  const packages = await libraryClosure(['postgresql-18-documentdb'], async (names) => {
    asked.push(...names)
    return archive.filter(({ name }) => names.includes(name))
  })
  expect(packages.map(({ name }) => name).toSorted()).toEqual(
    ['libbson2-2', 'libc6', 'libicu78', 'libstdc++6', 'postgresql-18', 'postgresql-18-documentdb', 'tzdata'].toSorted(),
  )
  expect(asked).toHaveLength(new Set(asked).size)
})
