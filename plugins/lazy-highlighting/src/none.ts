// Stands where the theme would load the highlighter.
export {}
