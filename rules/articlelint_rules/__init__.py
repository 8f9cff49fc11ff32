"""articlelint's own rules: a folder for each family, a module and a page for each rule."""
