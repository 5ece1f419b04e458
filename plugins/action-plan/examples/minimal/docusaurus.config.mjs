export default {
  title: 'Minimal',
  url: 'https://example.com',
  baseUrl: '/',
  future: {v4: true},
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  presets: [['classic', {docs: false, blog: false}]],
  plugins: ['docusaurus-plugin-action-plan'],
  themeConfig: {navbar: {title: 'Minimal', items: [{to: '/progress', label: 'Progress'}]}},
}
