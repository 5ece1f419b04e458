// Measures one shape at some sizes and tells its parent, in a process of its own.
import {createJiti} from 'jiti'

const jiti = createJiti(import.meta.url)
const {SHAPES} = await jiti.import('../hostile/shapes.ts')
const {seconds} = await jiti.import('../hostile/measure.ts')
const [name, sizes] = process.argv.slice(2)
for (const size of sizes.split(',').map(Number)) process.send(seconds(SHAPES[name](size)))
process.disconnect()
