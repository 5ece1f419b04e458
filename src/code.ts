import type {PrismTheme} from 'prism-react-renderer'

/** Colours of code: variables of `css/custom.css`, so that one theme serves both modes, and paper. */
export const code: PrismTheme = {
  plain: {color: 'var(--code-text)', backgroundColor: 'var(--ifm-pre-background)'},
  styles: [
    {types: ['comment', 'prolog', 'cdata'], style: {color: 'var(--code-comment)', fontStyle: 'italic'}},
    {types: ['string', 'char', 'attr-value', 'inserted', 'url'], style: {color: 'var(--code-string)'}},
    {types: ['keyword', 'builtin', 'atrule', 'important', 'selector', 'tag'], style: {color: 'var(--code-keyword)'}},
    {types: ['function', 'class-name', 'attr-name', 'property', 'key'], style: {color: 'var(--code-name)'}},
    {types: ['number', 'boolean', 'constant', 'symbol', 'variable', 'deleted'], style: {color: 'var(--code-value)'}},
    {types: ['operator', 'punctuation'], style: {color: 'var(--code-quiet)'}},
  ],
}
