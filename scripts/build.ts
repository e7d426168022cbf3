// Builds what is committed and released: `npm run build`, or `npm run build -- FOLDER` for another place.
import process from 'node:process'
import { bundle } from './bundle.ts'

const [folder = 'dist'] = process.argv.slice(2)
await bundle(folder)
