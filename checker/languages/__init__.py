"""Plug-ins of the kind `languages`; reached only through `checker.plugins`."""
