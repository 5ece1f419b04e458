import {posix, relative, sep} from 'node:path'

const matches = (module, names) => names.some((name) => (/[/:]$/.test(name) ? module.startsWith(name) : module === name))

/** What is wrong with an import; null when the table allows it. */
function offence(rooms, room, {module, own}) {
  if (module.endsWith('.css')) return room === 'theme' ? null : `imports ${module}, expected styles in theme/ only`
  const {own: rules, others} = rooms[room]
  const allowed = own ? rules : others
  if (matches(module, allowed)) return null
  const expected = allowed.length === 0 ? 'none' : allowed.join(', ')
  return `imports ${module}, expected ${room} to import ${own ? 'modules' : 'packages'} of: ${expected} (move the code to a room that may, or pass the value in)`
}

/** Reports each import of a module that its room may not import: static, dynamic, of types, and what is exported again. */
export const roomsRule = {
  meta: {
    type: 'problem',
    docs: {description: 'hold imports to the table of rooms'},
    // The table is an option, so that a change of it makes the cache of the lint old.
    schema: [{type: 'object', properties: {source: {type: 'string'}, rooms: {type: 'object'}}, required: ['source', 'rooms']}],
  },
  create(context) {
    const {source, rooms} = context.options[0]
    const file = relative(source, context.filename).split(sep).join('/')
    const inside = file.replace(/\.tsx?$/, '')
    const room = inside.includes('/') ? inside.split('/')[0] : inside
    if (!Object.hasOwn(rooms, room)) {
      const message = `unexpected room "${room}", expected one of ${Object.keys(rooms).join(', ')} (give it a row in .config/rooms.mjs)`
      return {Program: (node) => context.report({node, loc: {line: 1, column: 0}, message})}
    }
    const check = (node) => {
      if (typeof node?.value !== 'string') return
      const own = node.value.startsWith('.')
      const module = own ? posix.normalize(posix.join(posix.dirname(file), node.value)).replace(/\.(?:tsx?|json)$/, '') : node.value
      const message = offence(rooms, room, {module, own})
      if (message !== null) context.report({node, message})
    }
    return {
      'ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType': ({source}) => check(source),
      TSExternalModuleReference: ({expression}) => check(expression),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
    }
  },
}
