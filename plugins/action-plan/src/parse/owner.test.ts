import {expect, test} from 'vitest'
import {parseOwners} from './owner.ts'

test.each([
  ['@ana, @bo and Carla Diaz', ['ana', 'bo', 'Carla Diaz']],
  ['@张三，李四', ['张三', '李四']],
  ['＠张三、李四；王五', ['张三', '李四', '王五']],
  ['TBD', []],
])('%s', (text, names) => expect(parseOwners(text)).toEqual(names))
