"""The language server: what is found in articles, shown in editors while they are written."""
