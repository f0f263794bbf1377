import { writeFile } from 'node:fs/promises'
import { documents, projectRoot } from './documents.js'

for (const [path, content] of Object.entries(documents)) await writeFile(new URL(path, projectRoot), content())
