export {default} from 'docusaurus-plugin-lazy-highlighting/content'
